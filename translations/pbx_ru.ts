<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;New Program…</source>
        <translation>&amp;Новая программа…</translation>
    </message>
    <message>
        <source>New &amp;Workspace…</source>
        <translation>Новое &amp;рабочее пространство…</translation>
    </message>
    <message>
        <source>&amp;Open Workspace…</source>
        <translation>&amp;Открыть рабочее пространство…</translation>
    </message>
    <message>
        <source>Open &amp;Example</source>
        <translation>Открыть &amp;пример</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Сохранить</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>Сохранить &amp;как…</translation>
    </message>
    <message>
        <source>Save A&amp;ll</source>
        <translation>Сохранить &amp;всё</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Закрыть</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>В&amp;ыход</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Отменить</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Повторить</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Вырезать</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Копировать</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>Вст&amp;авить</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation>В&amp;ыделить всё</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>&amp;Найти…</translation>
    </message>
    <message>
        <source>Find &amp;Next</source>
        <translation>Найти &amp;далее</translation>
    </message>
    <message>
        <source>Find Pre&amp;vious</source>
        <translation>Найти &amp;ранее</translation>
    </message>
    <message>
        <source>R&amp;eplace…</source>
        <translation>&amp;Заменить…</translation>
    </message>
    <message>
        <source>&amp;Go to Line…</source>
        <translation>Перейти к &amp;строке…</translation>
    </message>
    <message>
        <source>Toggle Co&amp;mment</source>
        <translation>Закоммен&amp;тировать или раскомментировать</translation>
    </message>
    <message>
        <source>C&amp;omplete the Word</source>
        <translation>Доп&amp;олнить слово</translation>
    </message>
    <message>
        <source>Complete Wh&amp;ile Typing</source>
        <translation>Дополнять при наборе</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>&amp;Увеличить</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>У&amp;меньшить</translation>
    </message>
    <message>
        <source>&amp;Normal Size</source>
        <translation>&amp;Обычный размер</translation>
    </message>
    <message>
        <source>Ne&amp;xt Pane</source>
        <translation>&amp;Следующая область</translation>
    </message>
    <message>
        <source>&amp;Previous Pane</source>
        <translation>&amp;Предыдущая область</translation>
    </message>
    <message>
        <source>&amp;Reset Layout</source>
        <translation>&amp;Вернуть расположение</translation>
    </message>
    <message>
        <source>&amp;Call</source>
        <translation>По&amp;звонить</translation>
    </message>
    <message>
        <source>&amp;Hang Up</source>
        <translation>Положить &amp;трубку</translation>
    </message>
    <message>
        <source>&amp;Keypad</source>
        <translation>&amp;Клавиатура</translation>
    </message>
    <message>
        <source>&amp;Address to Dial</source>
        <translation>&amp;Набираемый адрес</translation>
    </message>
    <message>
        <source>Speed &amp;1×</source>
        <translation>Скорость &amp;1×</translation>
    </message>
    <message>
        <source>Speed &amp;4×</source>
        <translation>Скорость &amp;4×</translation>
    </message>
    <message>
        <source>&amp;Instant</source>
        <translation>&amp;Мгновенно</translation>
    </message>
    <message>
        <source>&amp;Mute</source>
        <translation>&amp;Без звука</translation>
    </message>
    <message>
        <source>&amp;As the Desktop</source>
        <translation>&amp;Как в системе</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Светлые</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Тёмные</translation>
    </message>
    <message>
        <source>Editor &amp;Font…</source>
        <translation>&amp;Шрифт редактора…</translation>
    </message>
    <message>
        <source>Help on the &amp;Word</source>
        <translation>Справка по &amp;слову</translation>
    </message>
    <message>
        <source>&amp;Built-in Reference</source>
        <translation>Спр&amp;авочник функций</translation>
    </message>
    <message>
        <source>&amp;About PBX Studio</source>
        <translation>&amp;О программе PBX Studio</translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation>О библиотеке &amp;Qt</translation>
    </message>
</context>
<context>
    <name>BuiltinHelp</name>
    <message>
        <source>YES or null</source>
        <translation>YES или null</translation>
    </message>
    <message>
        <source>Result: %1</source>
        <translation>Результат: %1</translation>
    </message>
    <message>
        <source>The program may wait here.</source>
        <translation>Здесь программа может ждать.</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>Процедура</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>Функция</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Параметры</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Подробности</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Примеры</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>“%1” has changes that are not saved.</source>
        <translation>В файле «%1» есть несохранённые изменения.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) have changes that are not saved:</source>
        <translation>
            <numerusform>Несохранённые изменения есть в %n файле:</numerusform>
            <numerusform>Несохранённые изменения есть в %n файлах:</numerusform>
            <numerusform>Несохранённые изменения есть в %n файлах:</numerusform>
        </translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>Сохранение изменений</translation>
    </message>
    <message>
        <source>What is not saved will be lost.</source>
        <translation>Несохранённое будет потеряно.</translation>
    </message>
    <message>
        <source>&amp;Save All</source>
        <translation>&amp;Сохранить всё</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Сохранить</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Не сохранять</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Звонок</translation>
    </message>
    <message>
        <source>A call runs what is saved.</source>
        <translation>Звонок выполняет то, что сохранено.</translation>
    </message>
    <message>
        <source>&amp;Always save before a call</source>
        <translation>&amp;Всегда сохранять перед звонком</translation>
    </message>
    <message>
        <source>&amp;Save and Call</source>
        <translation>&amp;Сохранить и позвонить</translation>
    </message>
    <message>
        <source>Call &amp;Without Saving</source>
        <translation>Позвонить &amp;без сохранения</translation>
    </message>
    <message>
        <source>Open Workspace</source>
        <translation>Открыть рабочее пространство</translation>
    </message>
    <message>
        <source>Save As</source>
        <translation>Сохранить как</translation>
    </message>
    <message>
        <source>CG/PL programs (*.sppr *.sppi);;All files (*)</source>
        <translation>Программы CG/PL (*.sppr *.sppi);;Все файлы (*)</translation>
    </message>
    <message>
        <source>Go to Line</source>
        <translation>Перейти к строке</translation>
    </message>
    <message>
        <source>&amp;Line (1 to %1):</source>
        <translation>&amp;Строка (от 1 до %1):</translation>
    </message>
    <message>
        <source>Editor Font</source>
        <translation>Шрифт редактора</translation>
    </message>
    <message>
        <source>About PBX Studio</source>
        <translation>О программе PBX Studio</translation>
    </message>
    <message>
        <source>&lt;h3&gt;PBX Studio %1&lt;/h3&gt;&lt;p&gt;Write, hear and test telephone programs for CommuniGate Pro at your desk.&lt;/p&gt;&lt;p&gt;Qt %2 · %3&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;PBX Studio %1&lt;/h3&gt;&lt;p&gt;Пишите, слушайте и проверяйте телефонные программы для CommuniGate Pro за своим столом.&lt;/p&gt;&lt;p&gt;Qt %2 · %3&lt;/p&gt;&lt;p&gt;Свободная программа под лицензией GNU General Public License версии 3 или новее.&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>EventText</name>
    <message>
        <source>%1 leads to %2</source>
        <translation>%1 ведёт на %2</translation>
    </message>
    <message>
        <source>an alias</source>
        <translation>псевдоним</translation>
    </message>
    <message>
        <source>the account itself</source>
        <translation>сама учётная запись</translation>
    </message>
    <message>
        <source>the program in the address</source>
        <translation>программа в адресе</translation>
    </message>
    <message>
        <source>divert “%1”</source>
        <translation>переадресация «%1»</translation>
    </message>
    <message>
        <source>rule “%1”</source>
        <translation>правило «%1»</translation>
    </message>
    <message>
        <source>%1 (by %2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 starts for %2</source>
        <translation>%1 запускается для %2</translation>
    </message>
    <message>
        <source>%1, language %2</source>
        <translation>%1, язык %2</translation>
    </message>
    <message>
        <source>%1: “%2”</source>
        <translation>%1: «%2»</translation>
    </message>
    <message>
        <source>%1 – interrupted after %2</source>
        <translation>%1 – прервана через %2</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Waits for a key</source>
        <translation>Ждёт клавишу</translation>
    </message>
    <message>
        <source>No key: the time is up</source>
        <translation>Клавиши нет: время вышло</translation>
    </message>
    <message>
        <source>Reads key %1</source>
        <translation>Читает клавишу %1</translation>
    </message>
    <message>
        <source>Reads the event “%1”</source>
        <translation>Читает событие «%1»</translation>
    </message>
    <message>
        <source>Mail to %1: %2</source>
        <translation>Письмо для %1: %2</translation>
    </message>
    <message>
        <source>%1 – not sent: %2</source>
        <translation>%1 – не отправлено: %2</translation>
    </message>
    <message>
        <source>The program ended the call</source>
        <translation>Звонок завершила программа</translation>
    </message>
    <message>
        <source>The caller hung up</source>
        <translation>Звонивший положил трубку</translation>
    </message>
    <message>
        <source>The called side ended the call</source>
        <translation>Звонок завершила вызванная сторона</translation>
    </message>
    <message>
        <source>An error ended the call</source>
        <translation>Звонок завершила ошибка</translation>
    </message>
    <message>
        <source>The call was cut off at its time limit</source>
        <translation>Звонок прерван: вышло отведённое время</translation>
    </message>
    <message>
        <source>The call ended</source>
        <translation>Звонок завершён</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Dialled</source>
        <translation>Набран адрес</translation>
    </message>
    <message>
        <source>Routing</source>
        <translation>Маршрут</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Программа</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Ответ</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Отказ</translation>
    </message>
    <message>
        <source>Redirected</source>
        <translation>Перенаправление</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Подсказка</translation>
    </message>
    <message>
        <source>Missing prompt</source>
        <translation>Нет подсказки</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Клавиша</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Ввод</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>Письмо</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Запись</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Соединение</translation>
    </message>
    <message>
        <source>Ringing</source>
        <translation>Вызов</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Журнал</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Предупреждение</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Ошибка</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Конец</translation>
    </message>
    <message>
        <source>%1 calls %2</source>
        <translation>%1 звонит на %2</translation>
    </message>
    <message>
        <source>The call is answered</source>
        <translation>Звонок принят</translation>
    </message>
    <message>
        <source>The call is refused with code %1</source>
        <translation>Звонок отклонён с кодом %1</translation>
    </message>
    <message>
        <source>The call is refused: %1</source>
        <translation>Звонок отклонён: %1</translation>
    </message>
    <message>
        <source>The call is sent on to %1</source>
        <translation>Звонок направлен дальше на %1</translation>
    </message>
    <message>
        <source>No layer has the prompt “%1”</source>
        <translation>Подсказки «%1» нет ни в одном слое</translation>
    </message>
    <message>
        <source>The prompt “%1” can&apos;t be played: %2</source>
        <translation>Подсказку «%1» нельзя проиграть: %2</translation>
    </message>
    <message>
        <source>The caller presses %1</source>
        <translation>Звонящий нажимает %1</translation>
    </message>
    <message>
        <source>Recorded %1</source>
        <translation>Записано %1</translation>
    </message>
    <message>
        <source>Connected with %1</source>
        <translation>Соединён с %1</translation>
    </message>
    <message>
        <source>No longer connected with %1</source>
        <translation>Больше не соединён с %1</translation>
    </message>
    <message>
        <source>The phone of %1 rings</source>
        <translation>Звонит телефон %1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 с</translation>
    </message>
    <message>
        <source>a telephone number</source>
        <translation>номер телефона</translation>
    </message>
    <message>
        <source>a forwarder</source>
        <translation>переадресатор</translation>
    </message>
    <message>
        <source>a group</source>
        <translation>группа</translation>
    </message>
    <message>
        <source>the program sends the call on</source>
        <translation>программа отправляет звонок дальше</translation>
    </message>
    <message>
        <source>the program lets others ring</source>
        <translation>программа вызывает и других</translation>
    </message>
    <message>
        <source>an address outside</source>
        <translation>внешний адрес</translation>
    </message>
    <message>
        <source>Learns that the other side has hung up</source>
        <translation>Узнаёт, что другая сторона повесила трубку</translation>
    </message>
    <message>
        <source>Learns that the called phone rings</source>
        <translation>Узнаёт, что вызываемый телефон звонит</translation>
    </message>
    <message>
        <source>Learns that its call is answered</source>
        <translation>Узнаёт, что на её вызов ответили</translation>
    </message>
    <message>
        <source>Learns that its call has failed</source>
        <translation>Узнаёт, что её вызов не удался</translation>
    </message>
    <message>
        <source>Is asked for a connection</source>
        <translation>Получает просьбу о соединении</translation>
    </message>
    <message>
        <source>Learns that the connection has ended</source>
        <translation>Узнаёт, что соединение прекращено</translation>
    </message>
    <message>
        <source>Is asked for a transfer</source>
        <translation>Получает просьбу о переводе звонка</translation>
    </message>
    <message>
        <source>Learns that the other side has been exchanged</source>
        <translation>Узнаёт, что собеседник сменился</translation>
    </message>
    <message>
        <source>The phone of %1 rings and is answered</source>
        <translation>Телефон %1 звонит, трубку сняли</translation>
    </message>
    <message>
        <source>The phone of %1 is busy</source>
        <translation>Телефон %1 занят</translation>
    </message>
    <message>
        <source>The phone of %1 rings and nobody answers</source>
        <translation>Телефон %1 звонит, никто не отвечает</translation>
    </message>
    <message>
        <source>The phone of %1 is switched off</source>
        <translation>Телефон %1 выключен</translation>
    </message>
    <message>
        <source>The phone of %1 stops ringing</source>
        <translation>Телефон %1 перестаёт звонить</translation>
    </message>
    <message>
        <source>%1 presses %2</source>
        <translation>%1 нажимает %2</translation>
    </message>
    <message>
        <source>Why: %1</source>
        <translation>Почему: %1</translation>
    </message>
    <message>
        <source>Other rules:</source>
        <translation>Другие правила:</translation>
    </message>
</context>
<context>
    <name>TextFormat</name>
    <message>
        <source>mixed line ends</source>
        <translation>разные концы строк</translation>
    </message>
    <message>
        <source>UTF-8 with a byte order mark</source>
        <translation>UTF-8 с меткой порядка байтов</translation>
    </message>
    <message>
        <source>not UTF-8</source>
        <translation>не UTF-8</translation>
    </message>
</context>
<context>
    <name>TextSearch</name>
    <message>
        <source>The expression is wrong at character %1: %2</source>
        <translation>Ошибка в выражении, знак %1: %2</translation>
    </message>
</context>
<context>
    <name>audio</name>
    <message>
        <source>This is not a sound file that the server plays. Convert it to 8 kHz 16-bit mono PCM (WAV).</source>
        <translation>Это не звуковой файл, который проигрывает сервер. Преобразуйте его в WAV: PCM, 8 кГц, 16 бит, моно.</translation>
    </message>
    <message>
        <source>This is a file of the kind %1, which the server does not play. Convert it to 8 kHz 16-bit mono PCM (WAV).</source>
        <translation>Это файл вида %1, сервер такие не проигрывает. Преобразуйте его в WAV: PCM, 8 кГц, 16 бит, моно.</translation>
    </message>
    <message>
        <source>The sound is stored as %1, which the server does not play. Convert it to 8 kHz 16-bit mono PCM.</source>
        <translation>Звук хранится как %1, сервер такой не проигрывает. Преобразуйте его в PCM: 8 кГц, 16 бит, моно.</translation>
    </message>
    <message>
        <source>The header gives a sampling rate of %1 Hz, but only %2 to %3 Hz make sense. The file is damaged: make it again as 8 kHz 16-bit mono PCM.</source>
        <translation>В заголовке указана частота %1 Гц, а иметь смысл могут только частоты от %2 до %3 Гц. Файл повреждён: сделайте его заново как PCM, 8 кГц, 16 бит, моно.</translation>
    </message>
    <message>
        <source>The header gives %1 channels, but only 1 to %2 are accepted. Convert the sound to 8 kHz 16-bit mono PCM.</source>
        <translation>В заголовке указано каналов: %1, а допустимо от 1 до %2. Преобразуйте звук в PCM: 8 кГц, 16 бит, моно.</translation>
    </message>
    <message>
        <source>The file is empty. Record the prompt again, or copy an 8 kHz 16-bit mono PCM sound here.</source>
        <translation>Файл пуст. Запишите подсказку заново или скопируйте сюда звук PCM: 8 кГц, 16 бит, моно.</translation>
    </message>
    <message>
        <source>The sound file is damaged (%1). Make it again as 8 kHz 16-bit mono PCM (WAV).</source>
        <translation>Звуковой файл повреждён (%1). Сделайте его заново как WAV: PCM, 8 кГц, 16 бит, моно.</translation>
    </message>
    <message>
        <source>There is no such file. Record the prompt, or copy a sound here.</source>
        <translation>Такого файла нет. Запишите подсказку или скопируйте сюда звук.</translation>
    </message>
    <message>
        <source>This is a folder or a device, not a sound file. Choose a WAV, AU or GSM file.</source>
        <translation>Это папка или устройство, а не звуковой файл. Выберите файл WAV, AU или GSM.</translation>
    </message>
    <message>
        <source>The file can&apos;t be opened (%1). Check who may read it.</source>
        <translation>Файл не открывается (%1). Проверьте, кому разрешено его читать.</translation>
    </message>
    <message>
        <source>A sampling rate of %1 Hz can&apos;t be made. Ask for %2 to %3 Hz.</source>
        <translation>Частоту %1 Гц получить нельзя. Задайте от %2 до %3 Гц.</translation>
    </message>
    <message>
        <source>The sound lasts %1 minutes, and more than %2 are not accepted. Cut it into shorter ones.</source>
        <translation>Звук длится %1 мин, а больше %2 не принимается. Разрежьте его на части.</translation>
    </message>
    <message>
        <source>The sound can&apos;t be saved (%1). Check the free space and who may write to the folder.</source>
        <translation>Звук не сохраняется (%1). Проверьте свободное место и права на запись в папку.</translation>
    </message>
</context>
<context>
    <name>language</name>
    <message>
        <source>&apos;%1&apos; is a built-in and can&apos;t be the name of a variable or constant.</source>
        <translation>«%1» – встроенная функция и не может быть именем переменной или константы.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is also the name of a section, declared in line %2.</source>
        <translation>«%1» – также имя секции, объявленной в строке %2.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is declared in this block already, in line %2.</source>
        <translation>«%1» уже объявлена в этом блоке, в строке %2.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is declared in this block already, in line %2, and is set anew here.</source>
        <translation>«%1» уже объявлена в этом блоке, в строке %2, и здесь получает новое значение.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; hides the parameter of that name to the end of its block.</source>
        <translation>«%1» до конца блока скрывает одноимённый параметр.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; hides the task variable of that name to the end of its block.</source>
        <translation>«%1» до конца блока скрывает одноимённую переменную задачи.</translation>
    </message>
    <message>
        <source>The value of the constant &apos;%1&apos; is computed when this line is reached.</source>
        <translation>Значение константы «%1» вычисляется, когда выполняется эта строка.</translation>
    </message>
    <message>
        <source>&apos;exitif&apos; leaves a loop, and none is open here.</source>
        <translation>«exitif» выходит из цикла, а здесь цикла нет.</translation>
    </message>
    <message>
        <source>&apos;exitif&apos; stands directly in its loop, not in an &apos;if&apos; inside it: set a flag here and write &apos;exitif flag;&apos; behind the &apos;if&apos;.</source>
        <translation>«exitif» стоит прямо в цикле, а не внутри «if»: здесь поставьте признак, а после «if» напишите «exitif flag;».</translation>
    </message>
    <message>
        <source>An entry gives no value: write &apos;return;&apos; alone.</source>
        <translation>Точка входа не возвращает значения: напишите просто «return;».</translation>
    </message>
    <message>
        <source>A procedure gives no value: write &apos;return;&apos; alone.</source>
        <translation>Процедура не возвращает значения: напишите просто «return;».</translation>
    </message>
    <message>
        <source>A function gives a value: &apos;return;&apos; alone gives null, and the server may refuse it.</source>
        <translation>Функция возвращает значение: просто «return;» даёт null, и сервер может это не принять.</translation>
    </message>
    <message>
        <source>Different logical operators meet here and are taken from left to right: put parentheses.</source>
        <translation>Здесь стоят рядом разные логические операции, они выполняются слева направо: поставьте скобки.</translation>
    </message>
    <message>
        <source>&apos;not&apos; belongs to &apos;%1&apos; alone and not to the comparison: put parentheses around what it is meant for.</source>
        <translation>«not» относится только к «%1», а не к сравнению: возьмите в скобки то, к чему оно относится.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no constant declared above and no task variable.</source>
        <translation>«%1» – не константа, объявленная выше, и не переменная задачи.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is the constant of line %2 and can&apos;t be assigned to.</source>
        <translation>«%1» – константа из строки %2, присвоить ей ничего нельзя.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is a procedure or function and can&apos;t be assigned to.</source>
        <translation>«%1» – процедура или функция, присвоить ей ничего нельзя.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is a procedure or function: a call needs parentheses, &apos;%1()&apos;.</source>
        <translation>«%1» – процедура или функция: для вызова нужны скобки, «%1()».</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not declared here, though this section declares variables by &apos;var&apos;: it lives in the whole section.</source>
        <translation>«%1» здесь не объявлена, хотя в этой секции переменные объявляют через «var»: она живёт во всей секции.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is used here and declared only in line %2: declare it above with &apos;forward&apos;.</source>
        <translation>«%1» используется здесь, а объявлена только в строке %2: объявите её выше с «forward».</translation>
    </message>
    <message>
        <source>The built-in &apos;%1&apos; does not belong to the programs of this environment.</source>
        <translation>Встроенная функция «%1» не для программ этой среды.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is used here and declared only in line %2: declare it above.</source>
        <translation>«%1» используется здесь, а объявлена только в строке %2: объявите её выше.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not declared: declare it above with &apos;%2 %1(…) external;&apos;.</source>
        <translation>«%1» не объявлена: объявите её выше как «%2 %1(…) external;».</translation>
    </message>
    <message>
        <source>Unknown %1 &apos;%2&apos;: did you mean &apos;%3&apos;?</source>
        <translation>Неизвестное имя «%2» (%1): может быть, «%3»?</translation>
    </message>
    <message>
        <source>Unknown %1 &apos;%2&apos;: if it is in a file of its own, declare it above with &apos;%1 %2(…) external;&apos;.</source>
        <translation>Неизвестное имя «%2» (%1): если оно в отдельном файле, объявите его выше как «%1 %2(…) external;».</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is an entry and can&apos;t be called: a task is started there by &apos;spawn %1&apos;.</source>
        <translation>«%1» – точка входа, её не вызывают: задачу там запускает «spawn %1».</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is a function and no statement: to drop its value, write &apos;Void(%1(…));&apos;.</source>
        <translation>«%1» – функция, а не оператор: чтобы отбросить значение, напишите «Void(%1(…));».</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is a procedure and gives no value.</source>
        <translation>«%1» – процедура, значения она не возвращает.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; takes no arguments, and %4 are given.</source>
        <translation>У «%1» нет аргументов, а задано: %4.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; takes one argument, and %4 are given.</source>
        <translation>У «%1» один аргумент, а задано: %4.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; takes %2 arguments, and %4 are given.</source>
        <translation>У «%1» аргументов должно быть %2, а задано: %4.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; takes %2 arguments or more, and %4 are given.</source>
        <translation>У «%1» аргументов должно быть не меньше %2, а задано: %4.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; takes %2 to %3 arguments, and %4 are given.</source>
        <translation>У «%1» аргументов должно быть от %2 до %3, а задано: %4.</translation>
    </message>
    <message>
        <source>&apos;spawn&apos; starts an entry, and &apos;%1&apos; of line %2 is none.</source>
        <translation>«spawn» запускает точку входа, а «%1» из строки %2 – не точка входа.</translation>
    </message>
    <message>
        <source>There is no entry &apos;%1&apos; in this file.</source>
        <translation>В этом файле нет точки входа «%1».</translation>
    </message>
    <message>
        <source>There is no entry &apos;%1&apos; in this file: did you mean &apos;%2&apos;?</source>
        <translation>В этом файле нет точки входа «%1»: может быть, «%2»?</translation>
    </message>
    <message>
        <source>This is never reached: line %1 leaves before.</source>
        <translation>Сюда программа не дойдёт: строка %1 уходит раньше.</translation>
    </message>
    <message>
        <source>A module&apos;s entry is never run: tasks start at the entries of a program.</source>
        <translation>Точка входа модуля не выполняется: задачи начинаются с точек входа программы.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is declared already, in line %2.</source>
        <translation>«%1» уже объявлена в строке %2.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is declared otherwise in line %2.</source>
        <translation>«%1» в строке %2 объявлена иначе.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is a built-in: a section needs another name.</source>
        <translation>«%1» – встроенная функция: секции нужно другое имя.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is defined already, in line %2.</source>
        <translation>«%1» уже определена в строке %2.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; of line %2 is to be found in this file by one and elsewhere by the other declaration.</source>
        <translation>По одному объявлению «%1» из строки %2 находится в этом файле, по другому – в другом.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is declared as something else by the &apos;forward&apos; of line %2.</source>
        <translation>«forward» в строке %2 объявляет «%1» как другое.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; has another number of parameters in the &apos;forward&apos; of line %2.</source>
        <translation>В «forward» из строки %2 у «%1» другое число параметров.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is promised by &apos;forward&apos; and never defined in this file.</source>
        <translation>«%1» обещана через «forward», но в этом файле не определена.</translation>
    </message>
    <message>
        <source>The value of the constant &apos;%1&apos; is computed when the program starts.</source>
        <translation>Значение константы «%1» вычисляется при запуске программы.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is the name of a section, declared in line %2.</source>
        <translation>«%1» – имя секции, объявленной в строке %2.</translation>
    </message>
    <message>
        <source>Two parameters are called &apos;%1&apos;.</source>
        <translation>Два параметра названы «%1».</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is a built-in and can&apos;t be the name of a parameter.</source>
        <translation>«%1» – встроенная функция и не может быть именем параметра.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is always null here: it is assigned only later, in line %2. Give it a value above.</source>
        <translation>«%1» здесь всегда null: значение присвоено лишь ниже, в строке %2. Присвойте его выше.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is assigned and never read: did you mean &apos;%2&apos;?</source>
        <translation>«%1» присвоена и нигде не читается: может быть, «%2»?</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is assigned and never read: drop it.</source>
        <translation>«%1» присвоена и нигде не читается: её можно убрать.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is declared and never used: drop it.</source>
        <translation>«%1» объявлена и не используется: её можно убрать.</translation>
    </message>
    <message>
        <source>Servers list &apos;%1&apos; as a procedure, descriptions as a function: if yours refuses the value, call it as a statement.</source>
        <translation>Серверы знают «%1» как процедуру, описания – как функцию: если ваш сервер не примет значение, вызовите её отдельным оператором.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is never assigned in this section: it is always null.</source>
        <translation>«%1» в этой секции ничего не присваивают: она всегда null.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is never assigned in this section and always null: did you mean &apos;%2&apos;?</source>
        <translation>«%1» в этой секции ничего не присваивают, она всегда null: может быть, «%2»?</translation>
    </message>
    <message>
        <source>The function &apos;%1&apos; can end without &apos;return&apos; and gives null then.</source>
        <translation>Функция «%1» может закончиться без «return» и тогда возвращает null.</translation>
    </message>
    <message>
        <source>The file is too large: at most two gigabytes can be read.</source>
        <translation>Файл слишком велик: читается не больше двух гигабайт.</translation>
    </message>
    <message>
        <source>The file is written in UTF-16: save it as UTF-8 without a byte order mark.</source>
        <translation>Файл записан в UTF-16: сохраните его в UTF-8 без метки порядка байтов.</translation>
    </message>
    <message>
        <source>The file begins with a byte order mark, which the server takes for a part of the first word: save it as UTF-8 without the mark.</source>
        <translation>Файл начинается с метки порядка байтов, сервер примет её за часть первого слова: сохраните его в UTF-8 без метки.</translation>
    </message>
    <message>
        <source>The byte at offset %1 (0x%2) is not UTF-8: save the file as UTF-8.</source>
        <translation>Байт %1 (0x%2) – не UTF-8: сохраните файл в UTF-8.</translation>
    </message>
    <message>
        <source>The string is not closed: expected &apos;&quot;&apos; before the end of the line.</source>
        <translation>Строка не закрыта: до конца строки ожидается «&quot;».</translation>
    </message>
    <message>
        <source>The comment is not closed: expected &apos;*/&apos; before the end of the file.</source>
        <translation>Комментарий не закрыт: до конца файла ожидается «*/».</translation>
    </message>
    <message>
        <source>A string stands in double quotes: single quotes have no meaning.</source>
        <translation>Строка берётся в двойные кавычки: одинарные ничего не значат.</translation>
    </message>
    <message>
        <source>Expected the end of the number after its digits, found a letter in &apos;%1&apos;.</source>
        <translation>После цифр ожидается конец числа, а в «%1» стоит буква.</translation>
    </message>
    <message>
        <source>The character &apos;%1&apos; (%2) has no meaning here.</source>
        <translation>Знак «%1» (%2) здесь ничего не значит.</translation>
    </message>
    <message>
        <source>The character %2 has no meaning here.</source>
        <translation>Знак %2 здесь ничего не значит.</translation>
    </message>
    <message>
        <source>The name &apos;%1&apos; has letters outside ASCII, which the server may refuse.</source>
        <translation>В имени «%1» есть буквы вне ASCII, сервер может их не принять.</translation>
    </message>
    <message>
        <source>the end of the file</source>
        <translation>конец файла</translation>
    </message>
    <message>
        <source>The program is nested too deep here: at most %1 levels are allowed.</source>
        <translation>Слишком глубокая вложенность: допускается уровней: %1.</translation>
    </message>
    <message>
        <source>Expected &apos;{&apos; after the head of &apos;%1&apos;, found %2.</source>
        <translation>После заголовка «%1» ожидается «{», а стоит %2.</translation>
    </message>
    <message>
        <source>Expected &apos;%1&apos; or &apos;{&apos; after the head of &apos;%2&apos;, found %3.</source>
        <translation>После заголовка «%2» ожидается «%1» или «{», а стоит %3.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; after &apos;else&apos;: expected &apos;end if&apos; to close the &apos;if&apos; of line %2.</source>
        <translation>«%1» после «else»: ожидается «end if», закрывающий «if» из строки %2.</translation>
    </message>
    <message>
        <source>Expected &apos;then&apos; after the condition, found %1.</source>
        <translation>После условия ожидается «then», а стоит %1.</translation>
    </message>
    <message>
        <source>Expected &apos;%1&apos; right after &apos;}&apos;, found &apos;;&apos;.</source>
        <translation>Сразу после «}» ожидается «%1», а стоит «;».</translation>
    </message>
    <message>
        <source>&apos;%1&apos; after &apos;else&apos;: an &apos;if&apos; has one &apos;else&apos;, and it is the last part.</source>
        <translation>«%1» после «else»: у «if» только один «else», и он последний.</translation>
    </message>
    <message>
        <source>The server may refuse &apos;else if&apos;: write &apos;elif&apos;.</source>
        <translation>Сервер может не принять «else if»: напишите «elif».</translation>
    </message>
    <message>
        <source>Expected &apos;{&apos; after &apos;else&apos;, found %1.</source>
        <translation>После «else» ожидается «{», а стоит %1.</translation>
    </message>
    <message>
        <source>Expected a statement, found &apos;%1&apos; without &apos;if&apos;.</source>
        <translation>Ожидается оператор, а стоит «%1» без «if».</translation>
    </message>
    <message>
        <source>The server may refuse &apos;loop {&apos;: write &apos;for(;;) {&apos;.</source>
        <translation>Сервер может не принять «loop {»: напишите «for(;;) {».</translation>
    </message>
    <message>
        <source>Expected &apos;while&apos;, &apos;by&apos;, &apos;loop&apos; or &apos;{&apos; in the head of &apos;for&apos;, found %1.</source>
        <translation>В заголовке «for» ожидается «while», «by», «loop» или «{», а стоит %1.</translation>
    </message>
    <message>
        <source>Expected &apos;;&apos; after the first part of &apos;for&apos;, found %1.</source>
        <translation>После первой части «for» ожидается «;», а стоит %1.</translation>
    </message>
    <message>
        <source>Expected &apos;;&apos; after the condition of &apos;for&apos;, found %1.</source>
        <translation>После условия «for» ожидается «;», а стоит %1.</translation>
    </message>
    <message>
        <source>Expected &apos;)&apos; after the last part of &apos;for&apos;, found %1.</source>
        <translation>После последней части «for» ожидается «)», а стоит %1.</translation>
    </message>
    <message>
        <source>Expected &apos;{&apos; after the parentheses of &apos;for&apos;, found &apos;loop&apos;.</source>
        <translation>После скобок «for» ожидается «{», а стоит «loop».</translation>
    </message>
    <message>
        <source>The expression is too long: at most %1 operators and elements can follow one another.</source>
        <translation>Выражение слишком длинное: операций и элементов подряд может быть не больше %1.</translation>
    </message>
    <message>
        <source>The server may refuse a &apos;?&apos; between &apos;?&apos; and &apos;:&apos;: put the inner one in parentheses.</source>
        <translation>Сервер может не принять «?» между «?» и «:»: возьмите внутреннее в скобки.</translation>
    </message>
    <message>
        <source>Expected &apos;:&apos; and the value for the other case after &apos;?&apos;, found %1.</source>
        <translation>После «?» ожидается «:» и значение для другого случая, а стоит %1.</translation>
    </message>
    <message>
        <source>&apos;=&apos; assigns and can&apos;t stand inside an expression: write &apos;==&apos; to compare.</source>
        <translation>«=» присваивает и внутри выражения стоять не может: для сравнения напишите «==».</translation>
    </message>
    <message>
        <source>There is no operator &apos;%1&apos;: write &apos;%2&apos;.</source>
        <translation>Операции «%1» нет: напишите «%2».</translation>
    </message>
    <message>
        <source>There is no operator &apos;%1&apos;.</source>
        <translation>Операции «%1» нет.</translation>
    </message>
    <message>
        <source>Expected &apos;]&apos; to close the &apos;[&apos; of line %1, found %2.</source>
        <translation>Ожидается «]», закрывающая «[» из строки %1, а стоит %2.</translation>
    </message>
    <message>
        <source>Only a name can be called: expected an operator or the end of the expression, found %1.</source>
        <translation>Вызвать можно только имя: ожидается операция или конец выражения, а стоит %1.</translation>
    </message>
    <message>
        <source>Expected &apos;)&apos; after the key, found %1.</source>
        <translation>После ключа ожидается «)», а стоит %1.</translation>
    </message>
    <message>
        <source>Expected the name of a procedure or function after &apos;::&apos;, found %1.</source>
        <translation>После «::» ожидается имя процедуры или функции, а стоит %1.</translation>
    </message>
    <message>
        <source>Expected &apos;(&apos; after &apos;%1&apos;, found %2.</source>
        <translation>После «%1» ожидается «(», а стоит %2.</translation>
    </message>
    <message>
        <source>The server may refuse the keyword &apos;%1&apos; as a key: write &apos;.(&quot;%1&quot;)&apos;.</source>
        <translation>Сервер может не принять ключевое слово «%1» как ключ: напишите «.(&quot;%1&quot;)».</translation>
    </message>
    <message>
        <source>Numbers are whole: &apos;%1&apos; is not a number.</source>
        <translation>Числа бывают только целые: «%1» – не число.</translation>
    </message>
    <message>
        <source>Expected a key, a call or &apos;(&apos; after &apos;.&apos;, found %1.</source>
        <translation>После «.» ожидается ключ, вызов или «(», а стоит %1.</translation>
    </message>
    <message>
        <source>There is no operator &apos;%1&apos;: expected a value after &apos;%2&apos;, found %3.</source>
        <translation>Операции «%1» нет: после «%2» ожидается значение, а стоит %3.</translation>
    </message>
    <message>
        <source>Expected an expression after &apos;%1&apos;, found %2.</source>
        <translation>После «%1» ожидается выражение, а стоит %2.</translation>
    </message>
    <message>
        <source>Expected an expression, found %1.</source>
        <translation>Ожидается выражение, а стоит %1.</translation>
    </message>
    <message>
        <source>Expected &apos;)&apos; to close the &apos;(&apos; of line %1, found %2.</source>
        <translation>Ожидается «)», закрывающая «(» из строки %1, а стоит %2.</translation>
    </message>
    <message>
        <source>Expected the name of an entry after &apos;spawn&apos;, found %1.</source>
        <translation>После «spawn» ожидается имя точки входа, а стоит %1.</translation>
    </message>
    <message>
        <source>&apos;spawn&apos; starts an entry of this file: expected a name without a module, found &apos;::&apos;.</source>
        <translation>«spawn» запускает точку входа этого файла: ожидается имя без модуля, а стоит «::».</translation>
    </message>
    <message>
        <source>Expected &apos;)&apos; after the one value that &apos;spawn&apos; can pass on, found %1.</source>
        <translation>«spawn» передаёт одно значение, после него ожидается «)», а стоит %1.</translation>
    </message>
    <message>
        <source>Expected &apos;,&apos; or &apos;)&apos; after the argument, found %1.</source>
        <translation>После аргумента ожидается «,» или «)», а стоит %1.</translation>
    </message>
    <message>
        <source>The server may refuse the number &apos;%1&apos;: write it in decimal digits.</source>
        <translation>Сервер может не принять число «%1»: напишите его десятичными цифрами.</translation>
    </message>
    <message>
        <source>The number is too large: the largest is %1.</source>
        <translation>Число слишком велико: наибольшее – %1.</translation>
    </message>
    <message>
        <source>There is no byte %1: the decimal code after &apos;\&apos; is at most 255.</source>
        <translation>Байта %1 нет: десятичный код после «\» – не больше 255.</translation>
    </message>
    <message>
        <source>Expected the hexadecimal code of a character in &apos;\u&apos;…&apos;&apos;.</source>
        <translation>В «\u&apos;…&apos;» ожидается шестнадцатеричный код знака.</translation>
    </message>
    <message>
        <source>&apos;\%1&apos; is no known escape and stands for &apos;%1&apos;.</source>
        <translation>Сочетания «\%1» нет, оно означает просто «%1».</translation>
    </message>
    <message>
        <source>&apos;%1&apos; of line %2 is not closed: expected &apos;%3&apos; before %4.</source>
        <translation>«%1» из строки %2 не закрыто: ожидается «%3», а стоит %4.</translation>
    </message>
    <message>
        <source>Expected &apos;}&apos; to close the &apos;{&apos; of line %1, found %2.</source>
        <translation>Ожидается «}», закрывающая «{» из строки %1, а стоит %2.</translation>
    </message>
    <message>
        <source>Expected &apos;end&apos; to close &apos;%1&apos; of line %2, found &apos;}&apos;.</source>
        <translation>Ожидается «end», закрывающий «%1» из строки %2, а стоит «}».</translation>
    </message>
    <message>
        <source>&apos;end&apos; closes the &apos;%1&apos; of line %2 without naming it: write &apos;end %3&apos;.</source>
        <translation>«end» закрывает «%1» из строки %2, не называя его: напишите «end %3».</translation>
    </message>
    <message>
        <source>Expected &apos;end %1&apos; to close &apos;%2&apos; of line %3, found &apos;end %4&apos;.</source>
        <translation>Ожидается «end %1», закрывающий «%2» из строки %3, а стоит «end %4».</translation>
    </message>
    <message>
        <source>Expected &apos;end %1&apos; to close &apos;%1 %2&apos; of line %3, found &apos;end %4&apos;.</source>
        <translation>Ожидается «end %1», закрывающий «%1 %2» из строки %3, а стоит «end %4».</translation>
    </message>
    <message>
        <source>&apos;end %1&apos; closes &apos;%2 %3&apos; of line %4: write &apos;end %2&apos;.</source>
        <translation>«end %1» закрывает «%2 %3» из строки %4: напишите «end %2».</translation>
    </message>
    <message>
        <source>&apos;end %1&apos; closes nothing: no &apos;%1&apos; is open here.</source>
        <translation>«end %1» ничего не закрывает: открытого «%1» здесь нет.</translation>
    </message>
    <message>
        <source>&apos;end&apos; closes nothing: no block that it could close is open here.</source>
        <translation>«end» ничего не закрывает: открытого блока здесь нет.</translation>
    </message>
    <message>
        <source>The server may refuse the name &apos;%1&apos; after &apos;%2&apos;.</source>
        <translation>Сервер может не принять имя «%1» после «%2».</translation>
    </message>
    <message>
        <source>Expected &apos;;&apos; after &apos;%1&apos;, found %2.</source>
        <translation>После «%1» ожидается «;», а стоит %2.</translation>
    </message>
    <message>
        <source>Expected &apos;entry&apos;, &apos;procedure&apos;, &apos;function&apos;, &apos;var&apos; or &apos;const&apos;, found &apos;%1&apos;: did you mean &apos;%2&apos;?</source>
        <translation>Ожидается «entry», «procedure», «function», «var» или «const», а стоит «%1»: может быть, «%2»?</translation>
    </message>
    <message>
        <source>Expected &apos;entry&apos;, &apos;procedure&apos;, &apos;function&apos;, &apos;var&apos; or &apos;const&apos;, found %1, which closes nothing here.</source>
        <translation>Ожидается «entry», «procedure», «function», «var» или «const», а стоит %1 и ничего не закрывает.</translation>
    </message>
    <message>
        <source>Expected &apos;entry&apos;, &apos;procedure&apos;, &apos;function&apos;, &apos;var&apos; or &apos;const&apos;, found %1: statements stand inside a section.</source>
        <translation>Ожидается «entry», «procedure», «function», «var» или «const», а стоит %1: операторы стоят внутри секций.</translation>
    </message>
    <message>
        <source>An entry belongs to no module: expected &apos;is&apos; or &apos;{&apos; after its name, found &apos;::&apos;.</source>
        <translation>Точка входа не принадлежит модулю: после имени ожидается «is» или «{», а стоит «::».</translation>
    </message>
    <message>
        <source>Expected the name of the %1 after &apos;%1&apos;, found %2.</source>
        <translation>После «%1» ожидается имя, а стоит %2.</translation>
    </message>
    <message>
        <source>An entry has a body: expected &apos;is&apos; or &apos;{&apos;, found &apos;%1&apos;.</source>
        <translation>У точки входа есть тело: ожидается «is» или «{», а стоит «%1».</translation>
    </message>
    <message>
        <source>Expected &apos;(&apos; and the parameters after the name &apos;%1&apos;, found %2: the list may be empty, but not left out.</source>
        <translation>После имени «%1» ожидаются «(» и параметры, а стоит %2: список может быть пуст, но не опущен.</translation>
    </message>
    <message>
        <source>Expected the name of a parameter after &apos;%1&apos;, found %2.</source>
        <translation>После «%1» ожидается имя параметра, а стоит %2.</translation>
    </message>
    <message>
        <source>Expected &apos;,&apos; or &apos;)&apos; after the parameter &apos;%1&apos;, found %2.</source>
        <translation>После параметра «%1» ожидается «,» или «)», а стоит %2.</translation>
    </message>
    <message>
        <source>Expected &apos;)&apos; after the parameters, found %1.</source>
        <translation>После параметров ожидается «)», а стоит %1.</translation>
    </message>
    <message>
        <source>The server may refuse parentheses after the name of an entry.</source>
        <translation>Сервер может не принять скобки после имени точки входа.</translation>
    </message>
    <message>
        <source>An entry has no parameters: what it was started with is Vars().startParameter.</source>
        <translation>У точки входа нет параметров: то, с чем её запустили, – Vars().startParameter.</translation>
    </message>
    <message>
        <source>Expected &apos;is&apos; or &apos;{&apos; after the head of the %1, found %2.</source>
        <translation>После заголовка %1 ожидается «is» или «{», а стоит %2.</translation>
    </message>
    <message>
        <source>Expected &apos;is&apos;, &apos;{&apos;, &apos;forward&apos; or &apos;external&apos; after the head of the %1, found %2.</source>
        <translation>После заголовка %1 ожидается «is», «{», «forward» или «external», а стоит %2.</translation>
    </message>
    <message>
        <source>&apos;}&apos; closes nothing: no &apos;{&apos; is open here.</source>
        <translation>«}» ничего не закрывает: открытой «{» здесь нет.</translation>
    </message>
    <message>
        <source>Expected &apos;;&apos; after &apos;null&apos;, found %1.</source>
        <translation>После «null» ожидается «;», а стоит %1.</translation>
    </message>
    <message>
        <source>Expected &apos;;&apos; after &apos;stop&apos;, found %1.</source>
        <translation>После «stop» ожидается «;», а стоит %1.</translation>
    </message>
    <message>
        <source>A block stands only after its &apos;if&apos;, &apos;else&apos; or loop: expected a statement, found &apos;{&apos;.</source>
        <translation>Блок стоит только после «if», «else» или цикла: ожидается оператор, а стоит «{».</translation>
    </message>
    <message>
        <source>Expected a statement, found &apos;then&apos; without &apos;if&apos;.</source>
        <translation>Ожидается оператор, а стоит «then» без «if».</translation>
    </message>
    <message>
        <source>Expected a statement, found %1.</source>
        <translation>Ожидается оператор, а стоит %1.</translation>
    </message>
    <message>
        <source>There is no &apos;%1&apos;: set a flag and leave the loop by &apos;exitif flag;&apos; directly in it.</source>
        <translation>«%1» не существует: поставьте признак и выйдите из цикла через «exitif flag;» прямо в нём.</translation>
    </message>
    <message>
        <source>Expected a statement, found &apos;%1&apos;: did you mean &apos;%2&apos;?</source>
        <translation>Ожидается оператор, а стоит «%1»: может быть, «%2»?</translation>
    </message>
    <message>
        <source>Expected &apos;;&apos; after the statement, found %1.</source>
        <translation>После оператора ожидается «;», а стоит %1.</translation>
    </message>
    <message>
        <source>Expected an assignment or a call, found %1.</source>
        <translation>Ожидается присваивание или вызов, а стоит %1.</translation>
    </message>
    <message>
        <source>The result of a call can&apos;t be assigned to: expected a variable, an element or a key before &apos;%1&apos;.</source>
        <translation>Результату вызова присвоить ничего нельзя: перед «%1» ожидается переменная, элемент или ключ.</translation>
    </message>
    <message>
        <source>There is no operator &apos;%1&apos;: expected &apos;=&apos; and a value.</source>
        <translation>Операции «%1» нет: ожидается «=» и значение.</translation>
    </message>
    <message>
        <source>There is no operator &apos;%1&apos;: write &apos;%2 %3= 1&apos;.</source>
        <translation>Операции «%1» нет: напишите «%2 %3= 1».</translation>
    </message>
    <message>
        <source>There is no operator &apos;^=&apos;: write &apos;%1 = %1 ^ …&apos;.</source>
        <translation>Операции «^=» нет: напишите «%1 = %1 ^ …».</translation>
    </message>
    <message>
        <source>There is no operator &apos;:=&apos;: write &apos;=&apos;.</source>
        <translation>Операции «:=» нет: напишите «=».</translation>
    </message>
    <message>
        <source>&apos;==&apos; compares and is no statement: write &apos;=&apos; to assign.</source>
        <translation>«==» сравнивает и оператором не бывает: для присваивания напишите «=».</translation>
    </message>
    <message>
        <source>Expected &apos;=&apos; or &apos;(&apos; after &apos;%1&apos;, found %2.</source>
        <translation>После «%1» ожидается «=» или «(», а стоит %2.</translation>
    </message>
    <message>
        <source>Expected &apos;=&apos; or a call after &apos;%1&apos;, found %2.</source>
        <translation>После «%1» ожидается «=» или вызов, а стоит %2.</translation>
    </message>
    <message>
        <source>Expected a name after &apos;%1&apos;, found %2.</source>
        <translation>После «%1» ожидается имя, а стоит %2.</translation>
    </message>
    <message>
        <source>The task variable &apos;%1&apos; can&apos;t have an initial value: assign to it in a section.</source>
        <translation>У переменной задачи «%1» не бывает начального значения: присвойте его в секции.</translation>
    </message>
    <message>
        <source>Expected &apos;=&apos; and the value of the constant &apos;%1&apos;, found %2.</source>
        <translation>Ожидается «=» и значение константы «%1», а стоит %2.</translation>
    </message>
    <message>
        <source>Expected &apos;;&apos; after the declaration, found %1.</source>
        <translation>После объявления ожидается «;», а стоит %1.</translation>
    </message>
    <message>
        <source>Expected &apos;;&apos; after the condition of &apos;exitif&apos;, found %1.</source>
        <translation>После условия «exitif» ожидается «;», а стоит %1.</translation>
    </message>
    <message>
        <source>Expected &apos;;&apos; after &apos;return&apos;, found %1.</source>
        <translation>После «return» ожидается «;», а стоит %1.</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Write, hear and test telephone programs for CommuniGate Pro.</source>
        <translation>Пишет, озвучивает и проверяет телефонные программы для CommuniGate Pro.</translation>
    </message>
    <message>
        <source>Folder of a workspace to open</source>
        <translation>Папка рабочего пространства, которое надо открыть</translation>
    </message>
    <message>
        <source>Files to open, with a line to go to if wanted</source>
        <translation>Файлы, которые надо открыть, и, если нужно, строка</translation>
    </message>
</context>
<context>
    <name>pbx::app::Docks</name>
    <message>
        <source>Environment</source>
        <translation>Среда</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Ход звонка</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>Почта</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Замечания</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Справочник</translation>
    </message>
    <message>
        <source>Phones</source>
        <translation>Телефоны</translation>
    </message>
</context>
<context>
    <name>pbx::app::EditorArea</name>
    <message>
        <source>%1 (not saved)</source>
        <translation>%1 (не сохранён)</translation>
    </message>
</context>
<context>
    <name>pbx::app::MainWindow</name>
    <message>
        <source>None yet</source>
        <translation>Пока нет</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Файл</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Правка</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Вид</translation>
    </message>
    <message>
        <source>&amp;Call</source>
        <translation>&amp;Звонок</translation>
    </message>
    <message>
        <source>&amp;Settings</source>
        <translation>&amp;Настройка</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Справка</translation>
    </message>
    <message>
        <source>&amp;Recent Workspaces</source>
        <translation>&amp;Недавние рабочие пространства</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>&amp;Панели</translation>
    </message>
    <message>
        <source>&amp;Speed</source>
        <translation>&amp;Скорость</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Язык</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Цвета</translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation>Панель инструментов</translation>
    </message>
    <message>
        <source>There is a file %1 already. Choose another name.</source>
        <translation>Файл %1 уже есть. Выберите другое имя.</translation>
    </message>
    <message>
        <source>%1 is saved on this computer</source>
        <translation>%1 сохранён на этом компьютере</translation>
    </message>
</context>
<context>
    <name>pbx::app::NewProgramDialog</name>
    <message>
        <source>New Program</source>
        <translation>Новая программа</translation>
    </message>
    <message>
        <source>Server (all domains)</source>
        <translation>Сервер (все домены)</translation>
    </message>
    <message>
        <source>&amp;Create</source>
        <translation>&amp;Создать</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Имя:</translation>
    </message>
    <message>
        <source>&amp;Belongs to:</source>
        <translation>&amp;Принадлежит:</translation>
    </message>
    <message>
        <source>Give the program a name; callers dial it as name#account.</source>
        <translation>Дайте программе имя; звонящие набирают её как имя#учётная_запись.</translation>
    </message>
</context>
<context>
    <name>pbx::app::NewWorkspaceDialog</name>
    <message>
        <source>New Workspace</source>
        <translation>Новое рабочее пространство</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Выберите папку</translation>
    </message>
    <message>
        <source>English (default)</source>
        <translation>Английский (по умолчанию)</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>Русский</translation>
    </message>
    <message>
        <source>&amp;Create</source>
        <translation>&amp;Создать</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Название:</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>&amp;Папка:</translation>
    </message>
    <message>
        <source>&amp;Domain:</source>
        <translation>&amp;Домен:</translation>
    </message>
    <message>
        <source>&amp;Time zone:</source>
        <translation>&amp;Часовой пояс:</translation>
    </message>
    <message>
        <source>&amp;Language of the prompts:</source>
        <translation>&amp;Язык подсказок:</translation>
    </message>
    <message>
        <source>Give the workspace a name.</source>
        <translation>Дайте рабочему пространству имя.</translation>
    </message>
    <message>
        <source>Give the full path of a folder.</source>
        <translation>Укажите полный путь к папке.</translation>
    </message>
    <message>
        <source>The folder is not empty. Choose a new one.</source>
        <translation>Папка не пуста. Выберите новую.</translation>
    </message>
    <message>
        <source>Give the domain its telephones belong to, such as company.example.</source>
        <translation>Укажите домен, к которому относятся телефоны, например company.example.</translation>
    </message>
</context>
<context>
    <name>pbx::app::ProblemsModel</name>
    <message>
        <source>Error</source>
        <translation>Ошибка</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Предупреждение</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Примечание</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Замечание</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Строка</translation>
    </message>
</context>
<context>
    <name>pbx::app::ProblemsPanel</name>
    <message>
        <source>Problems</source>
        <translation>Замечания</translation>
    </message>
    <message>
        <source>No problems in the open files.</source>
        <translation>В открытых файлах замечаний нет.</translation>
    </message>
    <message>
        <source>&amp;Go There</source>
        <translation>&amp;Перейти</translation>
    </message>
    <message>
        <source>&amp;Fix</source>
        <translation>&amp;Исправить</translation>
    </message>
</context>
<context>
    <name>pbx::app::ReferencePanel</name>
    <message>
        <source>Find a built-in</source>
        <translation>Найти функцию</translation>
    </message>
    <message>
        <source>Built-in procedures and functions</source>
        <translation>Встроенные процедуры и функции</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Описание</translation>
    </message>
</context>
<context>
    <name>pbx::app::StartPage</name>
    <message>
        <source>Write, hear and test telephone programs for CommuniGate Pro at your desk.</source>
        <translation>Пишите, слушайте и проверяйте телефонные программы для CommuniGate Pro за своим столом.</translation>
    </message>
    <message>
        <source>Open the &amp;Example</source>
        <translation>Открыть &amp;пример</translation>
    </message>
    <message>
        <source>A small office whose callers leave their number. Dial callback#ivanov and listen.</source>
        <translation>Небольшая компания, где звонящие оставляют свой номер. Наберите callback#ivanov и послушайте.</translation>
    </message>
    <message>
        <source>&amp;Open a Workspace</source>
        <translation>&amp;Открыть рабочее пространство</translation>
    </message>
    <message>
        <source>A folder that mirrors what your server holds.</source>
        <translation>Папка, в которой лежит то же, что на вашем сервере.</translation>
    </message>
    <message>
        <source>Make a &amp;New Workspace</source>
        <translation>Создать &amp;новое рабочее пространство</translation>
    </message>
    <message>
        <source>One domain with its first account and program.</source>
        <translation>Один домен с первой учётной записью и программой.</translation>
    </message>
    <message>
        <source>&amp;Recent workspaces</source>
        <translation>&amp;Недавние рабочие пространства</translation>
    </message>
    <message>
        <source>Recent workspaces</source>
        <translation>Недавние рабочие пространства</translation>
    </message>
</context>
<context>
    <name>pbx::app::StatusLine</name>
    <message>
        <source>not saved</source>
        <translation>не сохранён</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>сохранён</translation>
    </message>
    <message>
        <source>Encoding of the file</source>
        <translation>Кодировка файла</translation>
    </message>
    <message>
        <source>Line ends of the file</source>
        <translation>Концы строк файла</translation>
    </message>
    <message>
        <source>Line %1, column %2</source>
        <translation>Строка %1, столбец %2</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n ошибка</numerusform>
            <numerusform>%n ошибки</numerusform>
            <numerusform>%n ошибок</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n предупреждение</numerusform>
            <numerusform>%n предупреждения</numerusform>
            <numerusform>%n предупреждений</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the problems</source>
        <translation>Показать замечания</translation>
    </message>
</context>
<context>
    <name>pbx::editor::CodeEditor</name>
    <message>
        <source>Fix: %1</source>
        <translation>Исправить: %1</translation>
    </message>
</context>
<context>
    <name>pbx::editor::CodeLexer</name>
    <message>
        <source>Plain</source>
        <translation>Обычный текст</translation>
    </message>
    <message>
        <source>Keyword</source>
        <translation>Ключевое слово</translation>
    </message>
    <message>
        <source>Built-in</source>
        <translation>Встроенная</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Секция</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Ключ</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Число</translation>
    </message>
    <message>
        <source>String</source>
        <translation>Строка</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Знак</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Комментарий</translation>
    </message>
    <message>
        <source>Mistake</source>
        <translation>Ошибка</translation>
    </message>
</context>
<context>
    <name>pbx::editor::Document</name>
    <message>
        <source>%1 was changed by another program. Compare the two texts, then reload or overwrite it.</source>
        <translation>Файл %1 изменён другой программой. Сравните оба текста, затем перечитайте или перезапишите его.</translation>
    </message>
</context>
<context>
    <name>pbx::editor::EditorPage</name>
    <message>
        <source>%1 was deleted or renamed by another program.</source>
        <translation>Файл %1 удалён или переименован другой программой.</translation>
    </message>
    <message>
        <source>%1 was changed by another program.</source>
        <translation>Файл %1 изменён другой программой.</translation>
    </message>
    <message>
        <source>Save &amp;Again</source>
        <translation>Сохранить &amp;снова</translation>
    </message>
    <message>
        <source>&amp;Overwrite</source>
        <translation>&amp;Перезаписать</translation>
    </message>
    <message>
        <source>%1: here and on the disk</source>
        <translation>%1: здесь и на диске</translation>
    </message>
    <message>
        <source>− only here    + only on the disk</source>
        <translation>− только здесь    + только на диске</translation>
    </message>
    <message>
        <source>Show &amp;Difference</source>
        <translation>Показать &amp;различия</translation>
    </message>
    <message>
        <source>&amp;Reload</source>
        <translation>Пере&amp;читать</translation>
    </message>
    <message>
        <source>&amp;Ignore</source>
        <translation>&amp;Оставить</translation>
    </message>
</context>
<context>
    <name>pbx::editor::EnvironmentModel</name>
    <message>
        <source>own</source>
        <translation>свой</translation>
    </message>
    <message>
        <source>parent: server</source>
        <translation>родитель: сервер</translation>
    </message>
    <message>
        <source>parent: stock</source>
        <translation>родитель: поставка</translation>
    </message>
    <message>
        <source>server</source>
        <translation>сервер</translation>
    </message>
    <message>
        <source>stock</source>
        <translation>поставка</translation>
    </message>
    <message>
        <source>Hides the file of the same name of: %1</source>
        <translation>Скрывает одноимённый файл: %1</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Откуда</translation>
    </message>
</context>
<context>
    <name>pbx::editor::FindBar</name>
    <message>
        <source>Not found</source>
        <translation>Не найдено</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n место</numerusform>
            <numerusform>%n места</numerusform>
            <numerusform>%n мест</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) replaced</source>
        <translation>
            <numerusform>Заменено %n место</numerusform>
            <numerusform>Заменено %n места</numerusform>
            <numerusform>Заменено %n мест</numerusform>
        </translation>
    </message>
    <message>
        <source>Fi&amp;nd:</source>
        <translation>&amp;Найти:</translation>
    </message>
    <message>
        <source>Re&amp;place by:</source>
        <translation>За&amp;менить на:</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Заменить</translation>
    </message>
    <message>
        <source>Replace &amp;All</source>
        <translation>Заменить &amp;всё</translation>
    </message>
    <message>
        <source>Tell capital from small letters</source>
        <translation>Различать большие и малые буквы</translation>
    </message>
    <message>
        <source>Whole words only</source>
        <translation>Только слова целиком</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Регулярное выражение</translation>
    </message>
    <message>
        <source>Find the previous place</source>
        <translation>Найти предыдущее место</translation>
    </message>
    <message>
        <source>Find the next place</source>
        <translation>Найти следующее место</translation>
    </message>
    <message>
        <source>Close the find bar</source>
        <translation>Закрыть строку поиска</translation>
    </message>
</context>
<context>
    <name>pbx::editor::TreePanel</name>
    <message>
        <source>Find a file</source>
        <translation>Найти файл</translation>
    </message>
    <message>
        <source>Find a file by name</source>
        <translation>Найти файл по имени</translation>
    </message>
    <message>
        <source>&amp;Own files only</source>
        <translation>Только &amp;свои файлы</translation>
    </message>
    <message>
        <source>Hide what the server and the stock environment provide</source>
        <translation>Скрыть то, что дают сервер и поставка</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Среда</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Открыть</translation>
    </message>
    <message>
        <source>&amp;New Program…</source>
        <translation>&amp;Новая программа…</translation>
    </message>
    <message>
        <source>Show in the &amp;File Manager</source>
        <translation>Показать в &amp;диспетчере файлов</translation>
    </message>
    <message>
        <source>&amp;Copy Path</source>
        <translation>&amp;Копировать путь</translation>
    </message>
</context>
<context>
    <name>pbx::phone::CallOptions</name>
    <message>
        <source>Sound is off; press to hear the call</source>
        <translation>Звук выключен; нажмите, чтобы слышать звонок</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Без звука</translation>
    </message>
    <message>
        <source>Sp&amp;eed:</source>
        <translation>&amp;Скорость:</translation>
    </message>
    <message>
        <source>1×, as in life</source>
        <translation>1×, как в жизни</translation>
    </message>
    <message>
        <source>4×, silent</source>
        <translation>4×, без звука</translation>
    </message>
    <message>
        <source>Instant, stops for keys</source>
        <translation>Мгновенно до ввода</translation>
    </message>
    <message>
        <source>Instant: prompts pass at once. Where the program waits for a key the call stops and the seconds count as in life, so that you can press it.</source>
        <translation>Мгновенно: подсказки проходят сразу. Где программа ждёт клавишу, звонок останавливается, и секунды идут как в жизни, чтобы вы успели её нажать.</translation>
    </message>
    <message>
        <source>Vo&amp;lume:</source>
        <translation>&amp;Громкость:</translation>
    </message>
    <message>
        <source>A&amp;t:</source>
        <translation>&amp;Когда:</translation>
    </message>
    <message>
        <source>Place the call as if it were another moment, in the domain&apos;s time zone. Off: now.</source>
        <translation>Позвонить так, будто сейчас другой момент, по времени домена. Выключено: сейчас.</translation>
    </message>
    <message>
        <source>Moment of the call</source>
        <translation>Момент звонка</translation>
    </message>
    <message>
        <source>Sending &amp;mail fails</source>
        <translation>Почта не &amp;отправляется</translation>
    </message>
    <message>
        <source>The mail server refuses every mail of the call, to hear what the program does then.</source>
        <translation>Почтовый сервер отклоняет все письма звонка, чтобы услышать, что тогда делает программа.</translation>
    </message>
</context>
<context>
    <name>pbx::phone::Keypad</name>
    <message>
        <source>Keypad</source>
        <translation>Клавиатура телефона</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Звёздочка</translation>
    </message>
    <message>
        <source>Pound</source>
        <translation>Решётка</translation>
    </message>
    <message>
        <source>%1, letters %2</source>
        <translation>%1, буквы %2</translation>
    </message>
</context>
<context>
    <name>pbx::phone::MailPanel</name>
    <message>
        <source>(no subject)</source>
        <translation>(без темы)</translation>
    </message>
    <message>
        <source>Not sent: %1</source>
        <translation>Не отправлено: %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
    <message>
        <source>Mail that a program sends during the call is shown here as its recipient would see it.</source>
        <translation>Здесь появятся письма, которые программа отправит во время звонка, такими, какими их увидит получатель.</translation>
    </message>
    <message>
        <source>From:</source>
        <translation>От:</translation>
    </message>
    <message>
        <source>To:</source>
        <translation>Кому:</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Тема</translation>
    </message>
    <message>
        <source>From</source>
        <translation>От</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Кому</translation>
    </message>
    <message>
        <source>Body of the mail</source>
        <translation>Текст письма</translation>
    </message>
    <message>
        <source>Previous mail</source>
        <translation>Предыдущее письмо</translation>
    </message>
    <message>
        <source>Next mail</source>
        <translation>Следующее письмо</translation>
    </message>
</context>
<context>
    <name>pbx::phone::Microphone</name>
    <message>
        <source>No microphone was found: the program records a hum instead of you.</source>
        <translation>Микрофон не найден: вместо вашего голоса программа запишет гудение.</translation>
    </message>
    <message>
        <source>The microphone does not answer: the program records a hum instead of you.</source>
        <translation>Микрофон не отвечает: вместо вашего голоса программа запишет гудение.</translation>
    </message>
</context>
<context>
    <name>pbx::phone::PhonePanel</name>
    <message>
        <source>&amp;Dial:</source>
        <translation>&amp;Набрать:</translation>
    </message>
    <message>
        <source>callback#ivanov</source>
        <translation>callback#ivanov</translation>
    </message>
    <message>
        <source>What the caller dials: an account (ivanov), an alias (200) or a program (callback#ivanov)</source>
        <translation>Что набирает звонящий: учётную запись (ivanov), псевдоним (200) или программу (callback#ivanov)</translation>
    </message>
    <message>
        <source>Address to dial</source>
        <translation>Набираемый адрес</translation>
    </message>
    <message>
        <source>&amp;Call</source>
        <translation>По&amp;звонить</translation>
    </message>
    <message>
        <source>Ha&amp;ng up</source>
        <translation>Поло&amp;жить трубку</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation>%1 для %2</translation>
    </message>
    <message>
        <source>Nothing is heard at this speed.</source>
        <translation>На этой скорости звука нет.</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Готов</translation>
    </message>
    <message>
        <source>Dial an address and press Call.</source>
        <translation>Наберите адрес и нажмите «Позвонить».</translation>
    </message>
    <message>
        <source>Ringing</source>
        <translation>Вызов</translation>
    </message>
    <message>
        <source>Not yet answered</source>
        <translation>Ещё не отвечен</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Соединён</translation>
    </message>
    <message>
        <source>Ended by an error</source>
        <translation>Завершён ошибкой</translation>
    </message>
    <message>
        <source>Call ended</source>
        <translation>Звонок завершён</translation>
    </message>
    <message>
        <source>Prompt %1, %2 of %3</source>
        <translation>Подсказка %1, %2 из %3</translation>
    </message>
    <message>
        <source>Prompt %1</source>
        <translation>Подсказка %1</translation>
    </message>
    <message>
        <source>Waiting for a key</source>
        <translation>Ждёт клавишу</translation>
    </message>
    <message>
        <source>Waiting for the prompt to end</source>
        <translation>Ждёт конца подсказки</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Запись голоса</translation>
    </message>
    <message>
        <source>Waiting for somebody else</source>
        <translation>Ждёт другую сторону</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n s left</source>
        <translation>
            <numerusform>%1, осталась %n с</numerusform>
            <numerusform>%1, осталось %n с</numerusform>
            <numerusform>%1, осталось %n с</numerusform>
        </translation>
    </message>
    <message>
        <source>The caller is left with: %1</source>
        <translation>У звонящего осталось: %1</translation>
    </message>
    <message>
        <source>Talking with %1</source>
        <translation>Разговор с %1</translation>
    </message>
</context>
<context>
    <name>pbx::phone::PhonesPanel</name>
    <message>
        <source>Talking</source>
        <translation>Разговаривает</translation>
    </message>
    <message>
        <source>Talking, %1</source>
        <translation>Разговаривает, %1</translation>
    </message>
    <message>
        <source>Ringing: %1</source>
        <translation>Звонит: %1</translation>
    </message>
    <message>
        <source>Phone of</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>When it is called</source>
        <translation>При вызове</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Сейчас</translation>
    </message>
    <message>
        <source>Phones of the accounts</source>
        <translation>Телефоны учётных записей</translation>
    </message>
    <message>
        <source>&amp;When called:</source>
        <translation>&amp;При вызове:</translation>
    </message>
    <message>
        <source>answers after 6 s, talks for 30 s</source>
        <translation>отвечает через 6 с, говорит 30 с</translation>
    </message>
    <message>
        <source>rings until you answer</source>
        <translation>звонит, пока вы не ответите</translation>
    </message>
    <message>
        <source>is busy</source>
        <translation>занят</translation>
    </message>
    <message>
        <source>rings and is not answered</source>
        <translation>звонит, но никто не отвечает</translation>
    </message>
    <message>
        <source>is switched off</source>
        <translation>выключен</translation>
    </message>
    <message>
        <source>Holds from the next call on.</source>
        <translation>Действует со следующего звонка.</translation>
    </message>
    <message>
        <source>&amp;Answer</source>
        <translation>&amp;Ответить</translation>
    </message>
    <message>
        <source>&amp;Refuse</source>
        <translation>От&amp;клонить</translation>
    </message>
    <message>
        <source>Hang &amp;up</source>
        <translation>Пове&amp;сить трубку</translation>
    </message>
</context>
<context>
    <name>pbx::phone::Player</name>
    <message>
        <source>Sound made by the program</source>
        <translation>Звук, сделанный программой</translation>
    </message>
    <message>
        <source>No sound device was found: the call goes on silently.</source>
        <translation>Звуковое устройство не найдено: звонок идёт без звука.</translation>
    </message>
    <message>
        <source>The sound device does not answer: the call goes on silently.</source>
        <translation>Звуковое устройство не отвечает: звонок идёт без звука.</translation>
    </message>
</context>
<context>
    <name>pbx::phone::TranscriptModel</name>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Что происходит</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Строка</translation>
    </message>
</context>
<context>
    <name>pbx::phone::TranscriptPanel</name>
    <message>
        <source>Transcript of the call</source>
        <translation>Ход звонка</translation>
    </message>
    <message>
        <source>&amp;Go to the Line</source>
        <translation>&amp;Перейти к строке</translation>
    </message>
    <message>
        <source>&amp;Play the Prompt Again</source>
        <translation>Про&amp;играть подсказку ещё раз</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Копировать</translation>
    </message>
    <message>
        <source>What happens in the call appears here, line by line.</source>
        <translation>Здесь строка за строкой появится всё, что происходит в звонке.</translation>
    </message>
</context>
</TS>
