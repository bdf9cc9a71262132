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
    <message>
        <source>&amp;Attendant</source>
        <translation>&amp;Секретарь</translation>
    </message>
    <message>
        <source>A&amp;ccounts</source>
        <translation>&amp;Учётные записи</translation>
    </message>
    <message>
        <source>&amp;Prompts</source>
        <translation>&amp;Подсказки</translation>
    </message>
    <message>
        <source>&amp;Record Missing Prompts…</source>
        <translation>&amp;Записать недостающие подсказки…</translation>
    </message>
    <message>
        <source>&amp;Speak Missing Prompts</source>
        <translation>&amp;Озвучить недостающие подсказки</translation>
    </message>
    <message>
        <source>&amp;Redial</source>
        <translation>Позвонить &amp;снова</translation>
    </message>
    <message>
        <source>Press the &amp;Last Keys</source>
        <translation>Нажать &amp;последние клавиши</translation>
    </message>
    <message>
        <source>A&amp;nother Caller</source>
        <translation>Ещё &amp;один звонящий</translation>
    </message>
    <message>
        <source>Save the Call as a Sce&amp;nario…</source>
        <translation>Сохранить &amp;звонок как сценарий…</translation>
    </message>
    <message>
        <source>Run the &amp;Scenarios</source>
        <translation>&amp;Выполнить сценарии</translation>
    </message>
    <message>
        <source>For &amp;Editing</source>
        <translation>Для &amp;правки</translation>
    </message>
    <message>
        <source>For &amp;Calling</source>
        <translation>Для &amp;звонков</translation>
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
    <message>
        <source>New Language</source>
        <translation>Новый язык</translation>
    </message>
    <message>
        <source>&amp;Language of the prompts:</source>
        <translation>&amp;Язык подсказок:</translation>
    </message>
    <message>
        <source>Import Archive</source>
        <translation>Загрузить архив</translation>
    </message>
    <message>
        <source>Archives (*.tar);;All files (*)</source>
        <translation>Архивы (*.tar);;Все файлы (*)</translation>
    </message>
    <message>
        <source>Save the Call as a Scenario</source>
        <translation>Сохранить звонок как сценарий</translation>
    </message>
    <message>
        <source>&amp;What the call shows:</source>
        <translation>&amp;Что показывает звонок:</translation>
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
    <name>FileEdits</name>
    <message>
        <source>“%1” can&apos;t be the name of a file here. %2</source>
        <translation>«%1» не может быть именем файла здесь. %2</translation>
    </message>
    <message>
        <source>Create the environment of %1</source>
        <translation>Создать среду %1</translation>
    </message>
    <message>
        <source>English is the default language: its prompts lie at the top, in no folder.</source>
        <translation>Английский – язык по умолчанию: его подсказки лежат наверху, вне папок.</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be the name of a language folder.</source>
        <translation>«%1» не может быть именем папки языка.</translation>
    </message>
    <message>
        <source>There is a folder for %1 already.</source>
        <translation>Папка для языка %1 уже есть.</translation>
    </message>
    <message>
        <source>New language %1</source>
        <translation>Новый язык %1</translation>
    </message>
    <message>
        <source>Own copy of %1</source>
        <translation>Своя копия %1</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>Удалить %1</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n file(s)</source>
        <translation>
            <numerusform>Удалить %n файл</numerusform>
            <numerusform>Удалить %n файла</numerusform>
            <numerusform>Удалить %n файлов</numerusform>
        </translation>
    </message>
    <message>
        <source>There is a file %1 already. Choose another name.</source>
        <translation>Файл %1 уже есть. Выберите другое имя.</translation>
    </message>
    <message>
        <source>Rename %1 to %2</source>
        <translation>Переименовать %1 в %2</translation>
    </message>
    <message>
        <source>There is a file %1 already. Nothing was moved.</source>
        <translation>Файл %1 уже есть. Ничего не перемещено.</translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>Переместить %1</translation>
    </message>
    <message numerus="yes">
        <source>Move %n file(s)</source>
        <translation>
            <numerusform>Переместить %n файл</numerusform>
            <numerusform>Переместить %n файла</numerusform>
            <numerusform>Переместить %n файлов</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is no file. Drop files, or import an archive.</source>
        <translation>%1 – не файл. Перетащите файлы или загрузите архив.</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>Добавить %1</translation>
    </message>
    <message numerus="yes">
        <source>Add %n file(s)</source>
        <translation>
            <numerusform>Добавить %n файл</numerusform>
            <numerusform>Добавить %n файла</numerusform>
            <numerusform>Добавить %n файлов</numerusform>
        </translation>
    </message>
    <message>
        <source>New program %1</source>
        <translation>Новая программа %1</translation>
    </message>
    <message>
        <source>stock</source>
        <translation>поставка</translation>
    </message>
    <message>
        <source>server</source>
        <translation>сервер</translation>
    </message>
    <message>
        <source>domain</source>
        <translation>домен</translation>
    </message>
    <message>
        <source>A program that asks for “%1” in %2 looks here:</source>
        <translation>Программа, которая просит «%1» (язык: %2), ищет здесь:</translation>
    </message>
    <message>
        <source>the default language</source>
        <translation>по умолчанию</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <translation>%1: %2 %3</translation>
    </message>
    <message>
        <source>found</source>
        <translation>найден</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>Nobody has it.</source>
        <translation>Нет нигде.</translation>
    </message>
</context>
<context>
    <name>PromptEdits</name>
    <message>
        <source>%1 can&apos;t be read; mend or remove it first.</source>
        <translation>%1 не читается; сначала исправьте или удалите его.</translation>
    </message>
</context>
<context>
    <name>SoundFile</name>
    <message>
        <source>It is no sound that can be read (%1). Save it as WAV, FLAC, Ogg or MP3.</source>
        <translation>Это не звук, который можно прочесть (%1). Сохраните его как WAV, FLAC, Ogg или MP3.</translation>
    </message>
    <message>
        <source>Its header makes no sense: %1 channels at %2 Hz.</source>
        <translation>Заголовок не имеет смысла: каналов %1, частота %2 Гц.</translation>
    </message>
    <message>
        <source>It is longer than an hour; that is no prompt.</source>
        <translation>Звук длиннее часа; это не подсказка.</translation>
    </message>
    <message>
        <source>It holds no sound.</source>
        <translation>Звука в нём нет.</translation>
    </message>
</context>
<context>
    <name>Speech</name>
    <message>
        <source>There is no computer voice for this language.</source>
        <translation>Для этого языка нет компьютерного голоса.</translation>
    </message>
    <message>
        <source>The text is too long to be spoken.</source>
        <translation>Текст слишком длинный, чтобы его произнести.</translation>
    </message>
    <message>
        <source>The computer can&apos;t speak: the data of espeak-ng are missing. Install espeak-ng.</source>
        <translation>Компьютер не может говорить: нет данных espeak-ng. Установите espeak-ng.</translation>
    </message>
    <message>
        <source>espeak-ng has no voice “%1”. Install its language data.</source>
        <translation>В espeak-ng нет голоса «%1». Установите данные этого языка.</translation>
    </message>
    <message>
        <source>The computer could not speak this text.</source>
        <translation>Компьютер не смог произнести этот текст.</translation>
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
    <name>archive</name>
    <message>
        <source>%1 can&apos;t be packed: %2. The archive was not written.</source>
        <translation>%1 не упаковать: %2. Архив не записан.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be written: %2.</source>
        <translation>%1 не записать: %2.</translation>
    </message>
    <message>
        <source>it has become shorter while it was read</source>
        <translation>файл стал короче, пока его читали</translation>
    </message>
    <message>
        <source>Another file has this name in another letter case; the server knows one of them.</source>
        <translation>То же имя есть у другого файла, в другом регистре; сервер знает только один из них.</translation>
    </message>
    <message>
        <source>Language folders are one level deep.</source>
        <translation>Папки языков бывают только одного уровня.</translation>
    </message>
    <message>
        <source>Stored in lower case.</source>
        <translation>Хранится строчными буквами.</translation>
    </message>
    <message>
        <source>Cancelled. The archive was not written.</source>
        <translation>Отменено. Архив не записан.</translation>
    </message>
    <message>
        <source>the archive is cut off</source>
        <translation>архив обрывается</translation>
    </message>
    <message>
        <source>it was changed since the archive was compared with it</source>
        <translation>файл изменился после сравнения с архивом</translation>
    </message>
    <message>
        <source>its folder can&apos;t be made</source>
        <translation>его папку не создать</translation>
    </message>
    <message>
        <source>%1 can&apos;t be written: %2. Nothing was changed.</source>
        <translation>%1 не записать: %2. Ничего не изменено.</translation>
    </message>
    <message>
        <source>%1: The archive has entries that are refused. Nothing was changed.</source>
        <translation>%1: в архиве есть недопустимые записи. Ничего не изменено.</translation>
    </message>
    <message>
        <source>%1: The archive was changed since it was read. Read it again; nothing was changed.</source>
        <translation>%1: архив изменился с тех пор, как был прочитан. Прочитайте его снова; ничего не изменено.</translation>
    </message>
    <message>
        <source>The folder %1 can&apos;t be made.</source>
        <translation>Папку %1 не создать.</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation>Отменено. Ничего не изменено.</translation>
    </message>
    <message>
        <source>A hard link, not a file.</source>
        <translation>Жёсткая ссылка, а не файл.</translation>
    </message>
    <message>
        <source>A symbolic link, not a file.</source>
        <translation>Символическая ссылка, а не файл.</translation>
    </message>
    <message>
        <source>A device, not a file.</source>
        <translation>Устройство, а не файл.</translation>
    </message>
    <message>
        <source>A pipe, not a file.</source>
        <translation>Канал, а не файл.</translation>
    </message>
    <message>
        <source>A sparse file; make the archive without the option for such files.</source>
        <translation>Разреженный файл; создайте архив без параметра для таких файлов.</translation>
    </message>
    <message>
        <source>An entry of the unknown kind &quot;%1&quot;.</source>
        <translation>Запись неизвестного вида «%1».</translation>
    </message>
    <message>
        <source>Larger than %1 MB.</source>
        <translation>Больше %1 МБ.</translation>
    </message>
    <message>
        <source>The archive has &quot;%1&quot; both as a file and as a folder.</source>
        <translation>В архиве «%1» – и файл, и папка.</translation>
    </message>
    <message>
        <source>The archive has this name twice, perhaps in another letter case.</source>
        <translation>Это имя в архиве дважды, возможно, в другом регистре.</translation>
    </message>
    <message>
        <source>Unpacked it would have more than %1 MB.</source>
        <translation>В распакованном виде он больше %1 МБ.</translation>
    </message>
    <message>
        <source>The archive is damaged.</source>
        <translation>Архив повреждён.</translation>
    </message>
    <message>
        <source>Its header is unusual; make the archive with &quot;tar --format=ustar&quot;.</source>
        <translation>Заголовок необычный; создайте архив командой «tar --format=ustar».</translation>
    </message>
    <message>
        <source>This is no file.</source>
        <translation>Это не файл.</translation>
    </message>
    <message>
        <source>The folder &quot;%1&quot; of the environment is a link; what it leads to is not touched.</source>
        <translation>Папка «%1» среды – ссылка; то, куда она ведёт, не затрагивается.</translation>
    </message>
    <message>
        <source>The environment has a file &quot;%1&quot; where this language&apos;s folder would be.</source>
        <translation>В среде на месте папки этого языка – файл «%1».</translation>
    </message>
    <message>
        <source>The environment has a folder of this name.</source>
        <translation>В среде есть папка с этим именем.</translation>
    </message>
    <message>
        <source>The environment has something of this name that is no file.</source>
        <translation>В среде есть нечто с этим именем, что не файл.</translation>
    </message>
    <message>
        <source>The archive has more than %1 entries.</source>
        <translation>В архиве больше %1 записей.</translation>
    </message>
    <message>
        <source>The archive is cut off at byte %1.</source>
        <translation>Архив обрывается на байте %1.</translation>
    </message>
    <message>
        <source>The archive is damaged: byte %1 begins no header.</source>
        <translation>Архив повреждён: на байте %1 нет заголовка.</translation>
    </message>
    <message>
        <source>The archive is empty.</source>
        <translation>Архив пуст.</translation>
    </message>
    <message>
        <source>This is no tar archive. A compressed one has to be unpacked first.</source>
        <translation>Это не архив tar. Сжатый архив надо сначала распаковать.</translation>
    </message>
    <message>
        <source>The archive is damaged: an extended header before byte %1 claims %2 bytes.</source>
        <translation>Архив повреждён: расширенный заголовок перед байтом %1 заявляет %2 байт.</translation>
    </message>
    <message>
        <source>The archive is damaged: the extended header at byte %1 can&apos;t be read.</source>
        <translation>Архив повреждён: расширенный заголовок на байте %1 не читается.</translation>
    </message>
    <message>
        <source>The archive is damaged: the header at byte %1 gives one name or size to all files.</source>
        <translation>Архив повреждён: заголовок на байте %1 даёт одно имя или размер всем файлам.</translation>
    </message>
    <message>
        <source>The archive can&apos;t be read: %1.</source>
        <translation>Архив не читается: %1.</translation>
    </message>
    <message>
        <source>The name is empty, or the part behind the slash is.</source>
        <translation>Имя пустое, или пуста часть после косой черты.</translation>
    </message>
    <message>
        <source>&quot;.&quot; and &quot;..&quot; are no names: they lead out of the environment.</source>
        <translation>«.» и «..» – не имена: они ведут из среды наружу.</translation>
    </message>
    <message>
        <source>The name holds a backslash.</source>
        <translation>В имени есть обратная косая черта.</translation>
    </message>
    <message>
        <source>The name holds a control character.</source>
        <translation>В имени есть управляющий знак.</translation>
    </message>
    <message>
        <source>The name starts with a slash: it leads out of the environment.</source>
        <translation>Имя начинается с косой черты: оно ведёт из среды наружу.</translation>
    </message>
    <message>
        <source>The name is longer than %1 bytes.</source>
        <translation>Имя длиннее %1 байт.</translation>
    </message>
    <message>
        <source>The name is not UTF-8.</source>
        <translation>Имя не в UTF-8.</translation>
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
    <message>
        <source>Scenarios</source>
        <translation>Сценарии</translation>
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
        <source>%1 is saved on this computer</source>
        <translation>%1 сохранён на этом компьютере</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Отменить</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>&amp;Отменить: %1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Повторить</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>&amp;Повторить: %1</translation>
    </message>
    <message>
        <source>&amp;Workspace</source>
        <translation>&amp;Рабочее пространство</translation>
    </message>
    <message>
        <source>&amp;Environment</source>
        <translation>&amp;Среда</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>Открытые файлы</translation>
    </message>
    <message>
        <source>Call of %1</source>
        <translation>Звонок %1</translation>
    </message>
    <message>
        <source>Save the Call as a Scenario</source>
        <translation>Сохранить звонок как сценарий</translation>
    </message>
    <message>
        <source>There is a scenario %1 already.</source>
        <translation>Сценарий %1 уже есть.</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Заменить</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Сохранено: %1</translation>
    </message>
    <message>
        <source>Why This File?</source>
        <translation>Почему этот файл?</translation>
    </message>
    <message numerus="yes">
        <source>Import %n file(s)</source>
        <translation>
            <numerusform>Загрузить %n файл</numerusform>
            <numerusform>Загрузить %n файла</numerusform>
            <numerusform>Загрузить %n файлов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) in %1</source>
        <translation>
            <numerusform>%n файл в %1</numerusform>
            <numerusform>%n файла в %1</numerusform>
            <numerusform>%n файлов в %1</numerusform>
        </translation>
    </message>
    <message>
        <source>No prompt is left to record.</source>
        <translation>Записывать больше нечего.</translation>
    </message>
    <message>
        <source>More commands</source>
        <translation>Другие команды</translation>
    </message>
    <message>
        <source>&amp;Layout</source>
        <translation>&amp;Расположение</translation>
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
    <message>
        <source>Answer and wait for a key</source>
        <translation>Ответить и ждать клавишу</translation>
    </message>
    <message>
        <source>Ask for a number and mail it (call back)</source>
        <translation>Спросить номер и отправить письмом (перезвонить)</translation>
    </message>
    <message>
        <source>Offer keys and pass the call on (menu)</source>
        <translation>Предложить клавиши и соединить (меню)</translation>
    </message>
    <message>
        <source>&amp;Template:</source>
        <translation>&amp;Шаблон:</translation>
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
    <name>pbx::app::ScenariosPanel</name>
    <message>
        <source>not run</source>
        <translation>не выполнен</translation>
    </message>
    <message>
        <source>running…</source>
        <translation>выполняется…</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>пройден</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>не пройден</translation>
    </message>
    <message>
        <source>can&apos;t be run</source>
        <translation>не выполняется</translation>
    </message>
    <message numerus="yes">
        <source>%n scenario(s), not run yet</source>
        <translation>
            <numerusform>%n сценарий, ещё не выполнялся</numerusform>
            <numerusform>%n сценария, ещё не выполнялись</numerusform>
            <numerusform>%n сценариев, ещё не выполнялись</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n scenario(s) passed</source>
        <translation>
            <numerusform>%n сценарий пройден</numerusform>
            <numerusform>%n сценария пройдено</numerusform>
            <numerusform>%n сценариев пройдено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <comment>scenarios</comment>
        <translation>
            <numerusform>%n не пройден</numerusform>
            <numerusform>%n не пройдены</numerusform>
            <numerusform>%n не пройдены</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n can&apos;t be run</source>
        <comment>scenarios</comment>
        <translation>
            <numerusform>%n не выполняется</numerusform>
            <numerusform>%n не выполняются</numerusform>
            <numerusform>%n не выполняются</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to come</source>
        <comment>scenarios</comment>
        <translation>
            <numerusform>%n впереди</numerusform>
            <numerusform>%n впереди</numerusform>
            <numerusform>%n впереди</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not run</source>
        <comment>scenarios</comment>
        <translation>
            <numerusform>%n не выполнен</numerusform>
            <numerusform>%n не выполнены</numerusform>
            <numerusform>%n не выполнены</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 – before the last change of the files</source>
        <translation>%1 – до последнего изменения файлов</translation>
    </message>
    <message>
        <source>Run All</source>
        <translation>Выполнить все</translation>
    </message>
    <message>
        <source>Run Selected</source>
        <translation>Выполнить выбранные</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Фильтр</translation>
    </message>
    <message>
        <source>Filter the scenarios</source>
        <translation>Фильтр сценариев</translation>
    </message>
    <message>
        <source>Shows scenarios whose title, file, state or message contains this.</source>
        <translation>Показывает сценарии, в названии, файле, состоянии или сообщении которых это есть.</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>Сценарии</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Сценарий</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Call lasted</source>
        <translation>Длился звонок</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Что произошло</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>There are no scenarios yet. Make a call and save it as a scenario: run again, it tells whether the call is still the same.</source>
        <translation>Сценариев пока нет. Позвоните и сохраните звонок как сценарий: при повторном выполнении видно, остался ли звонок прежним.</translation>
    </message>
    <message>
        <source>Run when files change</source>
        <translation>Выполнять при изменении файлов</translation>
    </message>
    <message>
        <source>&amp;Go to the Line</source>
        <translation>&amp;Перейти к строке</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Выполнить</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Копировать</translation>
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
    <message>
        <source>No problems</source>
        <translation>Замечаний нет</translation>
    </message>
</context>
<context>
    <name>pbx::editor::AccountForm</name>
    <message>
        <source>Default</source>
        <translation>По умолчанию</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Имя:</translation>
    </message>
    <message>
        <source>E-mail:</source>
        <translation>Почта:</translation>
    </message>
    <message>
        <source>Al&amp;iases:</source>
        <translation>П&amp;севдонимы:</translation>
    </message>
    <message>
        <source>Other names and numbers of the account, with commas between them</source>
        <translation>Другие имена и номера учётной записи, через запятую</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>&amp;Язык:</translation>
    </message>
    <message>
        <source>&amp;Time zone:</source>
        <translation>&amp;Часовой пояс:</translation>
    </message>
    <message>
        <source>Working ho&amp;urs:</source>
        <translation>&amp;Рабочее время:</translation>
    </message>
    <message>
        <source>from</source>
        <translation>с</translation>
    </message>
    <message>
        <source>Working day begins</source>
        <translation>Начало рабочего дня</translation>
    </message>
    <message>
        <source>to</source>
        <translation>до</translation>
    </message>
    <message>
        <source>Working day ends</source>
        <translation>Конец рабочего дня</translation>
    </message>
    <message>
        <source>Working hours of the week</source>
        <translation>Рабочее время недели</translation>
    </message>
    <message>
        <source>Draw over the hours, click a day to turn it on or off. Keyboard: arrows, Shift to draw, Enter to take; Space turns the day.</source>
        <translation>Обведите часы мышью; щелчок по дню включает и выключает его. С клавиатуры: стрелки, Shift – обвести, Enter – принять, пробел – включить или выключить день.</translation>
    </message>
</context>
<context>
    <name>pbx::editor::AccountsPanel</name>
    <message>
        <source>Name of %1</source>
        <translation>Имя %1</translation>
    </message>
    <message>
        <source>Aliases of %1</source>
        <translation>Псевдонимы %1</translation>
    </message>
    <message>
        <source>Language of %1</source>
        <translation>Язык %1</translation>
    </message>
    <message>
        <source>Time zone of %1</source>
        <translation>Часовой пояс %1</translation>
    </message>
    <message>
        <source>Working hours of %1</source>
        <translation>Рабочее время %1</translation>
    </message>
    <message>
        <source>No divert of %1</source>
        <translation>Без переадресации %1</translation>
    </message>
    <message>
        <source>Divert %1 to %2</source>
        <translation>Переадресовать %1 на %2</translation>
    </message>
    <message>
        <source>Switch rule %1 on</source>
        <translation>Включить правило %1</translation>
    </message>
    <message>
        <source>Switch rule %1 off</source>
        <translation>Выключить правило %1</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be the name of an account. Use letters, digits, dots and hyphens.</source>
        <translation>«%1» не может быть именем учётной записи. Используйте буквы, цифры, точки и дефисы.</translation>
    </message>
    <message>
        <source>The domain has an account, alias, group or forwarder %1 already.</source>
        <translation>В домене уже есть учётная запись, псевдоним, группа или переадресатор %1.</translation>
    </message>
    <message>
        <source>Create account %1</source>
        <translation>Создать учётную запись %1</translation>
    </message>
    <message>
        <source>Delete account %1</source>
        <translation>Удалить учётную запись %1</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Учётная запись</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Aliases</source>
        <translation>Псевдонимы</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Учётные записи</translation>
    </message>
    <message>
        <source>New account</source>
        <translation>Новая учётная запись</translation>
    </message>
    <message>
        <source>Name of a new account</source>
        <translation>Имя новой учётной записи</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Создать</translation>
    </message>
    <message>
        <source>&amp;Delete Account</source>
        <translation>&amp;Удалить учётную запись</translation>
    </message>
    <message>
        <source>Divert calls</source>
        <translation>Переадресация звонков</translation>
    </message>
    <message>
        <source>What callers get in the week of</source>
        <translation>Куда попадают звонящие на неделе от</translation>
    </message>
    <message>
        <source>What callers get through the week</source>
        <translation>Куда попадают звонящие в течение недели</translation>
    </message>
    <message>
        <source>Click an hour to call then</source>
        <translation>Щёлкните по часу, чтобы позвонить в это время</translation>
    </message>
    <message>
        <source>Call Then</source>
        <translation>Позвонить в это время</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Часы</translation>
    </message>
    <message>
        <source>Callers get</source>
        <translation>Звонящие попадают</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>Потому что</translation>
    </message>
    <message>
        <source>The week in words</source>
        <translation>Неделя словами</translation>
    </message>
    <message>
        <source>&amp;Rules in the order in which they are asked</source>
        <translation>&amp;Правила в порядке проверки</translation>
    </message>
    <message>
        <source>Edit as Te&amp;xt</source>
        <translation>Править как &amp;текст</translation>
    </message>
</context>
<context>
    <name>pbx::editor::AttendantPanel</name>
    <message>
        <source>default language</source>
        <translation>по умолчанию</translation>
    </message>
    <message>
        <source>Directory prefix</source>
        <translation>Префикс номеров</translation>
    </message>
    <message>
        <source>Directory digits</source>
        <translation>Цифр в номере</translation>
    </message>
    <message>
        <source>speaks %1</source>
        <translation>язык: %1</translation>
    </message>
    <message>
        <source>%1 (attendant)</source>
        <translation>%1 (секретарь)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>никого</translation>
    </message>
    <message>
        <source>No file in %1</source>
        <translation>Нет файла, язык: %1</translation>
    </message>
    <message>
        <source>no key is left</source>
        <translation>клавиш не осталось</translation>
    </message>
    <message>
        <source>no account of that name</source>
        <translation>нет такой учётной записи</translation>
    </message>
    <message>
        <source>prompt missing</source>
        <translation>нет подсказки</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>не занята</translation>
    </message>
    <message numerus="yes">
        <source>extension of %n digit(s)</source>
        <translation>
            <numerusform>внутренний номер из %n цифры</numerusform>
            <numerusform>внутренний номер из %n цифр</numerusform>
            <numerusform>внутренний номер из %n цифр</numerusform>
        </translation>
    </message>
    <message>
        <source>hear the menu again</source>
        <translation>услышать меню снова</translation>
    </message>
    <message>
        <source>services</source>
        <translation>службы</translation>
    </message>
    <message>
        <source>Nobody in %1 is called %2.</source>
        <translation>В %1 никого не зовут %2.</translation>
    </message>
    <message>
        <source>Create Account %1</source>
        <translation>Создать учётную запись %1</translation>
    </message>
    <message>
        <source>%1 gets no key: the menu has more departments than free digits.</source>
        <translation>%1 не получает клавиши: отделов в меню больше, чем свободных цифр.</translation>
    </message>
    <message numerus="yes">
        <source>%n prompt(s) missing in %1: %2</source>
        <translation>
            <numerusform>Не хватает %n подсказки (язык: %1): %2</numerusform>
            <numerusform>Не хватает %n подсказок (язык: %1): %2</numerusform>
            <numerusform>Не хватает %n подсказок (язык: %1): %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Record…</source>
        <translation>Записать…</translation>
    </message>
    <message>
        <source>Until they are recorded, the computer can speak them.</source>
        <translation>Пока они не записаны, их может произнести компьютер.</translation>
    </message>
    <message>
        <source>Speak</source>
        <translation>Озвучить</translation>
    </message>
    <message>
        <source>The menu is empty: callers are only asked for an extension.</source>
        <translation>Меню пусто: звонящих просят только набрать внутренний номер.</translation>
    </message>
    <message>
        <source>The domain has no account yet.</source>
        <translation>В домене ещё нет учётных записей.</translation>
    </message>
    <message>
        <source>Create Account pbx</source>
        <translation>Создать учётную запись pbx</translation>
    </message>
    <message>
        <source>Add department %1</source>
        <translation>Добавить отдел %1</translation>
    </message>
    <message>
        <source>Remove department %1</source>
        <translation>Убрать отдел %1</translation>
    </message>
    <message>
        <source>Move department %1</source>
        <translation>Переместить отдел %1</translation>
    </message>
    <message>
        <source>Order of the departments</source>
        <translation>Порядок отделов</translation>
    </message>
    <message>
        <source>Language menu</source>
        <translation>Меню языков</translation>
    </message>
    <message>
        <source>Create account %1</source>
        <translation>Создать учётную запись %1</translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>Позвонить %1</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Позвонить</translation>
    </message>
    <message>
        <source>&amp;Account:</source>
        <translation>&amp;Учётная запись:</translation>
    </message>
    <message>
        <source>&amp;Listen</source>
        <translation>П&amp;рослушать</translation>
    </message>
    <message>
        <source>Play what callers hear, up to the first key</source>
        <translation>Проиграть то, что слышат звонящие, до первой клавиши</translation>
    </message>
    <message>
        <source>&amp;Department menu</source>
        <translation>&amp;Меню отделов</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Клавиша</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Отдел</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Вызывает</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Подсказка</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Department menu</source>
        <translation>Меню отделов</translation>
    </message>
    <message>
        <source>&amp;New:</source>
        <translation>&amp;Новый:</translation>
    </message>
    <message>
        <source>Account, alias, group or forwarder</source>
        <translation>Учётная запись, псевдоним, группа или переадресатор</translation>
    </message>
    <message>
        <source>New department</source>
        <translation>Новый отдел</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>У&amp;брать</translation>
    </message>
    <message>
        <source>Move Up</source>
        <translation>Выше</translation>
    </message>
    <message>
        <source>Move Down</source>
        <translation>Ниже</translation>
    </message>
    <message>
        <source>Directory &amp;prefix:</source>
        <translation>Пре&amp;фикс номеров:</translation>
    </message>
    <message>
        <source>First digits of extensions: no department gets one of them</source>
        <translation>Первые цифры внутренних номеров: отделам они не достаются</translation>
    </message>
    <message>
        <source>Directory di&amp;gits:</source>
        <translation>&amp;Цифр в номере:</translation>
    </message>
    <message>
        <source>How many digits an extension has</source>
        <translation>Сколько цифр во внутреннем номере</translation>
    </message>
    <message>
        <source>Languages to choose:</source>
        <translation>Языки на выбор:</translation>
    </message>
    <message>
        <source>Languages to choose from, besides the account&apos;s own</source>
        <translation>Языки на выбор, кроме собственного языка учётной записи</translation>
    </message>
    <message>
        <source>What each key does</source>
        <translation>Что делает каждая клавиша</translation>
    </message>
    <message>
        <source>To be done</source>
        <translation>Что сделать</translation>
    </message>
    <message>
        <source>Attendant</source>
        <translation>Секретарь</translation>
    </message>
    <message>
        <source>always last, and on 0</source>
        <translation>всегда последний, на 0</translation>
    </message>
    <message>
        <source>the next free key</source>
        <translation>следующая свободная</translation>
    </message>
    <message>
        <source>the next free key; %1 is kept for extensions</source>
        <translation>следующая свободная; %1 – для внутренних номеров</translation>
    </message>
</context>
<context>
    <name>pbx::editor::Capture</name>
    <message>
        <source>No microphone was found. Plug one in, or let the computer speak the prompts for the time being; files can be imported too.</source>
        <translation>Микрофон не найден. Подключите его или пока дайте произнести подсказки компьютеру; можно и загрузить файлы.</translation>
    </message>
    <message>
        <source>The microphone “%1” does not answer. Choose another, or look whether another program holds it.</source>
        <translation>Микрофон «%1» не отвечает. Выберите другой или посмотрите, не занят ли он другой программой.</translation>
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
    <name>pbx::editor::DivertList</name>
    <message>
        <source>not an address: name an account, a number or #program</source>
        <translation>не адрес: укажите учётную запись, номер или #программу</translation>
    </message>
    <message>
        <source>the program %1 runs as %2</source>
        <translation>программа %1 выполняется как %2</translation>
    </message>
    <message>
        <source>there is no program %1.sppr</source>
        <translation>программы %1.sppr нет</translation>
    </message>
    <message>
        <source>goes to %1</source>
        <translation>ведёт на %1</translation>
    </message>
    <message>
        <source>nobody answers there: %1</source>
        <translation>там никто не отвечает: %1</translation>
    </message>
    <message>
        <source>Some of these were made on the server&apos;s own page; changing one here switches its rule off and writes a new one.</source>
        <translation>Часть из них сделана на странице сервера; изменение здесь выключает прежнее правило и пишет новое.</translation>
    </message>
    <message>
        <source>After hours copies the working hours above into two rules; they are rewritten when the hours change.</source>
        <translation>«Вне рабочего времени» переносит часы выше в два правила; они переписываются при изменении часов.</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Всегда</translation>
    </message>
    <message>
        <source>After hours</source>
        <translation>Вне рабочего времени</translation>
    </message>
    <message>
        <source>When busy</source>
        <translation>Когда занято</translation>
    </message>
    <message>
        <source>When nobody answers</source>
        <translation>Когда не отвечают</translation>
    </message>
    <message>
        <source>Divert to, %1</source>
        <translation>Куда переадресовать: %1</translation>
    </message>
    <message>
        <source>account, number or #program</source>
        <translation>учётная запись, номер или #программа</translation>
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
    <message>
        <source>Unsaved changes from %1 were recovered.</source>
        <translation>Восстановлены несохранённые изменения от %1.</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Оставить</translation>
    </message>
    <message>
        <source>Disc&amp;ard</source>
        <translation>О&amp;тбросить</translation>
    </message>
    <message>
        <source>Sho&amp;w Difference</source>
        <translation>По&amp;казать различия</translation>
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
    <message>
        <source>%1 (no environment yet)</source>
        <translation>%1 (среды ещё нет)</translation>
    </message>
</context>
<context>
    <name>pbx::editor::ExportDialog</name>
    <message>
        <source>Export an Archive</source>
        <translation>Выгрузить архив</translation>
    </message>
    <message>
        <source>The whole environment, with a folder for each language</source>
        <translation>Вся среда, с папкой для каждого языка</translation>
    </message>
    <message>
        <source>Only the language %1, for the page of that language</source>
        <translation>Только язык %1, для страницы этого языка</translation>
    </message>
    <message>
        <source>Files for the archive</source>
        <translation>Файлы для архива</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Обзор…</translation>
    </message>
    <message>
        <source>&amp;What:</source>
        <translation>&amp;Что:</translation>
    </message>
    <message>
        <source>&amp;File:</source>
        <translation>&amp;Файл:</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>What will happen</source>
        <translation>Что произойдёт</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Примечание</translation>
    </message>
    <message>
        <source>Goes in</source>
        <translation>Войдёт</translation>
    </message>
    <message>
        <source>Stays out</source>
        <translation>Не войдёт</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) go in, %1.</source>
        <translation>
            <numerusform>Войдёт %n файл, %1.</numerusform>
            <numerusform>Войдут %n файла, %1.</numerusform>
            <numerusform>Войдут %n файлов, %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stay(s) out.</source>
        <translation>
            <numerusform>%n не войдёт.</numerusform>
            <numerusform>%n не войдут.</numerusform>
            <numerusform>%n не войдут.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no file to export.</source>
        <translation>Выгружать нечего.</translation>
    </message>
    <message>
        <source>Give the full path of the archive.</source>
        <translation>Укажите полный путь архива.</translation>
    </message>
    <message>
        <source>A folder has this name. Choose another one.</source>
        <translation>Папка с таким именем уже есть. Выберите другое имя.</translation>
    </message>
    <message>
        <source>There is no folder %1.</source>
        <translation>Папки %1 нет.</translation>
    </message>
    <message>
        <source>Inside the environment the archive would become one of its files. Choose another folder.</source>
        <translation>Внутри среды архив стал бы одним из её файлов. Выберите другую папку.</translation>
    </message>
    <message>
        <source>&amp;Replace the Archive</source>
        <translation>&amp;Заменить архив</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Export %n File(s)</source>
        <translation>
            <numerusform>&amp;Выгрузить %n файл</numerusform>
            <numerusform>&amp;Выгрузить %n файла</numerusform>
            <numerusform>&amp;Выгрузить %n файлов</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is there already and will be replaced.</source>
        <translation>%1 уже есть и будет заменён.</translation>
    </message>
    <message>
        <source>Tar archives (*.tar)</source>
        <translation>Архивы tar (*.tar)</translation>
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
    <name>pbx::editor::History</name>
    <message>
        <source>The folder %1 can&apos;t be made. Look at its rights.</source>
        <translation>Папку %1 не создать. Проверьте права.</translation>
    </message>
    <message>
        <source>The folder %1 can&apos;t be removed: it is not empty.</source>
        <translation>Папку %1 не удалить: она не пуста.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be removed: %2</source>
        <translation>%1 не удалить: %2</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be taken back or repeated: another program has changed %2 since. What it wrote is kept.</source>
        <translation>«%1» не отменить и не повторить: другая программа с тех пор изменила %2. То, что она записала, сохранено.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read; mend it as text first (see Problems).</source>
        <translation>%1 не читается; сначала исправьте его как текст (см. «Замечания»).</translation>
    </message>
    <message>
        <source>Text of %1</source>
        <translation>Текст %1</translation>
    </message>
</context>
<context>
    <name>pbx::editor::HoursGrid</name>
    <message>
        <source>working</source>
        <translation>рабочее время</translation>
    </message>
    <message>
        <source>%1 %2: working</source>
        <translation>%1 %2: рабочее время</translation>
    </message>
    <message>
        <source>%1 %2: not working</source>
        <translation>%1 %2: нерабочее время</translation>
    </message>
</context>
<context>
    <name>pbx::editor::ImportDialog</name>
    <message>
        <source>Reading the archive and comparing it with the environment…</source>
        <translation>Архив читается и сравнивается со средой…</translation>
    </message>
    <message>
        <source>Writing the files…</source>
        <translation>Файлы записываются…</translation>
    </message>
    <message>
        <source>Import an Archive</source>
        <translation>Загрузить архив</translation>
    </message>
    <message>
        <source>Archive:</source>
        <translation>Архив:</translation>
    </message>
    <message>
        <source>Into:</source>
        <translation>Куда:</translation>
    </message>
    <message>
        <source>&amp;Read Again</source>
        <translation>Прочитать &amp;снова</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Все файлы</translation>
    </message>
    <message>
        <source>New files</source>
        <translation>Новые файлы</translation>
    </message>
    <message>
        <source>Changed files</source>
        <translation>Изменённые файлы</translation>
    </message>
    <message>
        <source>Files that are the same</source>
        <translation>Одинаковые файлы</translation>
    </message>
    <message>
        <source>Refused entries</source>
        <translation>Недопустимые записи</translation>
    </message>
    <message>
        <source>&amp;Show:</source>
        <translation>&amp;Показать:</translation>
    </message>
    <message>
        <source>Find a file</source>
        <translation>Найти файл</translation>
    </message>
    <message>
        <source>Find a file by name</source>
        <translation>Найти файл по имени</translation>
    </message>
    <message>
        <source>Choose &amp;All</source>
        <translation>Выбрать &amp;все</translation>
    </message>
    <message>
        <source>Choose every file shown that is new or changed</source>
        <translation>Выбрать все показанные файлы, новые и изменённые</translation>
    </message>
    <message>
        <source>Choose &amp;None</source>
        <translation>Не выбирать &amp;ничего</translation>
    </message>
    <message>
        <source>Leave out every file shown</source>
        <translation>Не брать ни одного показанного файла</translation>
    </message>
    <message>
        <source>Files of the archive</source>
        <translation>Файлы архива</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Import %n File(s)</source>
        <translation>
            <numerusform>&amp;Загрузить %n файл</numerusform>
            <numerusform>&amp;Загрузить %n файла</numerusform>
            <numerusform>&amp;Загрузить %n файлов</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Загрузить</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n новый</numerusform>
            <numerusform>%n новых</numerusform>
            <numerusform>%n новых</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n изменённый</numerusform>
            <numerusform>%n изменённых</numerusform>
            <numerusform>%n изменённых</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n the same</source>
        <translation>
            <numerusform>%n такой же</numerusform>
            <numerusform>%n таких же</numerusform>
            <numerusform>%n таких же</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n недопустимая</numerusform>
            <numerusform>%n недопустимые</numerusform>
            <numerusform>%n недопустимых</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) in the archive</source>
        <translation>
            <numerusform>%n файл в архиве</numerusform>
            <numerusform>%n файла в архиве</numerusform>
            <numerusform>%n файлов в архиве</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Chosen: %n file(s), %1.</source>
        <translation>
            <numerusform>Выбран %n файл, %1.</numerusform>
            <numerusform>Выбрано %n файла, %1.</numerusform>
            <numerusform>Выбрано %n файлов, %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing of this archive can be taken, because %n of its entries can&apos;t be a file of an environment. Make the archive again without what is refused.</source>
        <translation>
            <numerusform>Из этого архива ничего нельзя взять: %n запись в нём не может быть файлом среды. Создайте архив снова без недопустимого.</numerusform>
            <numerusform>Из этого архива ничего нельзя взять: %n записи в нём не могут быть файлами среды. Создайте архив снова без недопустимого.</numerusform>
            <numerusform>Из этого архива ничего нельзя взять: %n записей в нём не могут быть файлами среды. Создайте архив снова без недопустимого.</numerusform>
        </translation>
    </message>
    <message>
        <source>The archive has no files.</source>
        <translation>В архиве нет файлов.</translation>
    </message>
    <message>
        <source>The environment has all of this already.</source>
        <translation>Всё это в среде уже есть.</translation>
    </message>
    <message>
        <source>Choose at least one file to import.</source>
        <translation>Выберите хотя бы один файл.</translation>
    </message>
</context>
<context>
    <name>pbx::editor::ImportModel</name>
    <message>
        <source>new</source>
        <translation>новый</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>изменён</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>такой же</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>недопустимо</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Недопустимо</translation>
    </message>
    <message>
        <source>Stays: it is the same</source>
        <translation>Остаётся: такой же</translation>
    </message>
    <message>
        <source>Is added</source>
        <translation>Добавляется</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Новый</translation>
    </message>
    <message>
        <source>Left out: new</source>
        <translation>Не берётся: новый</translation>
    </message>
    <message>
        <source>Replaces the file here</source>
        <translation>Заменяет здешний файл</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Изменён</translation>
    </message>
    <message>
        <source>Left out: changed</source>
        <translation>Не берётся: изменён</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>What will happen</source>
        <translation>Что произойдёт</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
</context>
<context>
    <name>pbx::editor::KeyMap</name>
    <message>
        <source>Key %1: %2</source>
        <translation>Клавиша %1: %2</translation>
    </message>
</context>
<context>
    <name>pbx::editor::LevelMeter</name>
    <message>
        <source>silence</source>
        <translation>тишина</translation>
    </message>
    <message>
        <source>%1 dB</source>
        <translation>%1 дБ</translation>
    </message>
    <message>
        <source>clipping</source>
        <translation>перегрузка</translation>
    </message>
</context>
<context>
    <name>pbx::editor::PromptModel</name>
    <message>
        <source>missing</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>default language</source>
        <translation>язык по умолчанию</translation>
    </message>
    <message>
        <source>inherited</source>
        <translation>унаследована</translation>
    </message>
    <message>
        <source>own</source>
        <translation>своя</translation>
    </message>
    <message>
        <source>spoken by computer</source>
        <translation>голос компьютера</translation>
    </message>
    <message>
        <source>text changed</source>
        <translation>текст изменён</translation>
    </message>
    <message>
        <source>wrong format</source>
        <translation>не тот формат</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>По умолчанию</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>никто</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Подсказка</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>Кто использует</translation>
    </message>
</context>
<context>
    <name>pbx::editor::PromptsPanel</name>
    <message>
        <source>Trim</source>
        <translation>Обрезать</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Выровнять</translation>
    </message>
    <message>
        <source>Convert</source>
        <translation>Преобразовать</translation>
    </message>
    <message numerus="yes">
        <source>%n prompt(s)</source>
        <translation>
            <numerusform>%n подсказка</numerusform>
            <numerusform>%n подсказки</numerusform>
            <numerusform>%n подсказок</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to be recorded</source>
        <translation>
            <numerusform>надо записать: %n</numerusform>
            <numerusform>надо записать: %n</numerusform>
            <numerusform>надо записать: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a prompt in a language</source>
        <translation>Выберите подсказку на одном из языков</translation>
    </message>
    <message numerus="yes">
        <source>%1 %n prompt(s)</source>
        <translation>
            <numerusform>%1: %n подсказка</numerusform>
            <numerusform>%1: %n подсказки</numerusform>
            <numerusform>%1: %n подсказок</numerusform>
        </translation>
    </message>
    <message>
        <source>Cut %1</source>
        <translation>Вырезать из %1</translation>
    </message>
    <message>
        <source>Delete prompt %1</source>
        <translation>Удалить подсказку %1</translation>
    </message>
    <message>
        <source>Import Sounds</source>
        <translation>Загрузить звуки</translation>
    </message>
    <message>
        <source>Sounds (*.wav *.flac *.ogg *.opus *.mp3 *.aiff *.aif *.au *.gsm *.caf *.w64);;All files (*)</source>
        <translation>Звуки (*.wav *.flac *.ogg *.opus *.mp3 *.aiff *.aif *.au *.gsm *.caf *.w64);;Все файлы (*)</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>Загрузить %1</translation>
    </message>
    <message>
        <source>%1: no name for a prompt</source>
        <translation>%1: не годится в имя подсказки</translation>
    </message>
    <message>
        <source>Nothing was imported:</source>
        <translation>Ничего не загружено:</translation>
    </message>
    <message numerus="yes">
        <source>Import %n prompt(s)</source>
        <translation>
            <numerusform>Загрузить %n подсказку</numerusform>
            <numerusform>Загрузить %n подсказки</numerusform>
            <numerusform>Загрузить %n подсказок</numerusform>
        </translation>
    </message>
    <message>
        <source>Script for a Voice Talent</source>
        <translation>Текст для диктора</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Значения через запятую (*.csv)</translation>
    </message>
    <message>
        <source>Find a prompt</source>
        <translation>Найти подсказку</translation>
    </message>
    <message>
        <source>Find a prompt by name</source>
        <translation>Найти подсказку по имени</translation>
    </message>
    <message>
        <source>Show:</source>
        <translation>Показать:</translation>
    </message>
    <message>
        <source>all prompts</source>
        <translation>все подсказки</translation>
    </message>
    <message>
        <source>to be recorded</source>
        <translation>ещё не записанные</translation>
    </message>
    <message>
        <source>own</source>
        <translation>свои</translation>
    </message>
    <message>
        <source>used by nobody</source>
        <translation>неиспользуемые</translation>
    </message>
    <message>
        <source>Prompts and languages</source>
        <translation>Подсказки и языки</translation>
    </message>
    <message>
        <source>Script…</source>
        <translation>Для диктора…</translation>
    </message>
    <message>
        <source>Save what a voice talent has to read, one prompt a row</source>
        <translation>Сохранить то, что прочтёт диктор, по подсказке в строке</translation>
    </message>
    <message>
        <source>Te&amp;xt:</source>
        <translation>&amp;Текст:</translation>
    </message>
    <message>
        <source>What the prompt says</source>
        <translation>Что говорит подсказка</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>&amp;Проиграть</translation>
    </message>
    <message>
        <source>&amp;Record…</source>
        <translation>Запи&amp;сать…</translation>
    </message>
    <message>
        <source>Spea&amp;k</source>
        <translation>О&amp;звучить</translation>
    </message>
    <message>
        <source>Let the computer speak the text until it is recorded</source>
        <translation>Пусть текст произнесёт компьютер, пока он не записан</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>За&amp;грузить…</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Удалить</translation>
    </message>
    <message>
        <source>Delete the domain&apos;s own file; the one behind it is heard again</source>
        <translation>Удалить свой файл домена; снова будет слышен тот, что за ним</translation>
    </message>
    <message>
        <source>Tri&amp;m</source>
        <translation>О&amp;брезать</translation>
    </message>
    <message>
        <source>Cut the silence at both ends</source>
        <translation>Убрать тишину с обоих концов</translation>
    </message>
    <message>
        <source>&amp;Level</source>
        <translation>В&amp;ыровнять</translation>
    </message>
    <message>
        <source>Make it as loud as the others</source>
        <translation>Сделать такой же громкой, как другие</translation>
    </message>
    <message>
        <source>Co&amp;nvert</source>
        <translation>Пре&amp;образовать</translation>
    </message>
    <message>
        <source>Save it as 8 kHz 16-bit mono</source>
        <translation>Сохранить как 8 кГц, 16 бит, моно</translation>
    </message>
    <message>
        <source>C&amp;ut</source>
        <translation>&amp;Вырезать</translation>
    </message>
    <message>
        <source>Cut out the chosen part of the curve</source>
        <translation>Вырезать выбранную часть кривой</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>Подсказки</translation>
    </message>
</context>
<context>
    <name>pbx::editor::RecordingSession</name>
    <message numerus="yes">
        <source>That was the last one. %n prompt(s) recorded.</source>
        <translation>
            <numerusform>Это была последняя. Записана %n подсказка.</numerusform>
            <numerusform>Это была последняя. Записано %n подсказки.</numerusform>
            <numerusform>Это была последняя. Записано %n подсказок.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>Nobody has written down what this prompt says; its name is all that is known.</source>
        <translation>Никто не записал, что говорит эта подсказка; известно только её имя.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>%1, prompt %2 of %3: %4</source>
        <translation>%1, подсказка %2 из %3: %4</translation>
    </message>
    <message>
        <source>Record %1</source>
        <translation>Записать %1</translation>
    </message>
    <message>
        <source>Hardly anything was recorded. Speak again.</source>
        <translation>Почти ничего не записалось. Повторите.</translation>
    </message>
    <message>
        <source>Nothing was heard. Is the microphone switched on?</source>
        <translation>Ничего не слышно. Включён ли микрофон?</translation>
    </message>
    <message>
        <source>Clipped: too loud for the microphone. Step back and speak again.</source>
        <translation>Перегрузка: слишком громко для микрофона. Отодвиньтесь и повторите.</translation>
    </message>
    <message>
        <source>Very quiet; the noise of the room will be heard. Come closer and speak again.</source>
        <translation>Очень тихо; будет слышен шум комнаты. Придвиньтесь и повторите.</translation>
    </message>
    <message>
        <source>Good.</source>
        <translation>Хорошо.</translation>
    </message>
    <message>
        <source>Stop (Space)</source>
        <translation>Остановить (пробел)</translation>
    </message>
    <message>
        <source>Again (Space)</source>
        <translation>Ещё раз (пробел)</translation>
    </message>
    <message>
        <source>Record (Space)</source>
        <translation>Записать (пробел)</translation>
    </message>
    <message>
        <source>Recording…</source>
        <translation>Идёт запись…</translation>
    </message>
    <message>
        <source>Press Space and read the text aloud.</source>
        <translation>Нажмите пробел и прочтите текст вслух.</translation>
    </message>
    <message>
        <source>Record Prompts</source>
        <translation>Запись подсказок</translation>
    </message>
    <message>
        <source>Prompts done</source>
        <translation>Готово подсказок</translation>
    </message>
    <message>
        <source>&amp;Microphone:</source>
        <translation>&amp;Микрофон:</translation>
    </message>
    <message>
        <source>Save &amp;as:</source>
        <translation>Сохранять &amp;как:</translation>
    </message>
    <message>
        <source>&amp;Trim and level</source>
        <translation>&amp;Обрезать и выровнять</translation>
    </message>
    <message>
        <source>Cut the silence at both ends and make all prompts equally loud</source>
        <translation>Убрать тишину с концов и сделать все подсказки одинаково громкими</translation>
    </message>
    <message>
        <source>Level of the microphone</source>
        <translation>Уровень микрофона</translation>
    </message>
    <message>
        <source>Listen (L)</source>
        <translation>Прослушать (L)</translation>
    </message>
    <message>
        <source>Keep, Next (Enter)</source>
        <translation>Оставить, дальше (Enter)</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Пропустить</translation>
    </message>
    <message>
        <source>Next prompt (Page Down)</source>
        <translation>Следующая подсказка (Page Down)</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Previous prompt (Page Up)</source>
        <translation>Предыдущая подсказка (Page Up)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>pbx::editor::Recovery</name>
    <message>
        <source>%1 can&apos;t be written to</source>
        <translation>в %1 нельзя писать</translation>
    </message>
    <message>
        <source>Unsaved text can&apos;t be kept for the case of a crash: %1. Save often until that is mended.</source>
        <translation>Несохранённый текст не удаётся сберечь на случай сбоя: %1. Пока это не исправлено, сохраняйте чаще.</translation>
    </message>
</context>
<context>
    <name>pbx::editor::RuleList</name>
    <message>
        <source>at once</source>
        <translation>сразу</translation>
    </message>
    <message numerus="yes">
        <source>after %n second(s)</source>
        <translation>
            <numerusform>через %n секунду</numerusform>
            <numerusform>через %n секунды</numerusform>
            <numerusform>через %n секунд</numerusform>
        </translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>не отвечают</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>занято</translation>
    </message>
    <message>
        <source>other failure</source>
        <translation>другой сбой</translation>
    </message>
    <message>
        <source>Preinstalled: the account has no rules of its own</source>
        <translation>Предустановлено: своих правил у учётной записи нет</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Правило</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Когда</translation>
    </message>
    <message>
        <source>If</source>
        <translation>Если</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>То</translation>
    </message>
    <message>
        <source>Call rules in the order in which they are asked</source>
        <translation>Правила звонков в порядке проверки</translation>
    </message>
</context>
<context>
    <name>pbx::editor::SpeechJob</name>
    <message>
        <source>The computer has no voice for %1.</source>
        <translation>У компьютера нет голоса для языка %1.</translation>
    </message>
    <message numerus="yes">
        <source>Speaking %n prompt(s)…</source>
        <translation>
            <numerusform>Озвучивается %n подсказка…</numerusform>
            <numerusform>Озвучиваются %n подсказки…</numerusform>
            <numerusform>Озвучиваются %n подсказок…</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message numerus="yes">
        <source>Speak %n prompt(s) in %1</source>
        <translation>
            <numerusform>Озвучить %n подсказку, язык: %1</numerusform>
            <numerusform>Озвучить %n подсказки, язык: %1</numerusform>
            <numerusform>Озвучить %n подсказок, язык: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody has written down what these prompts say in %1: %2. Write their texts in the Prompts panel first.</source>
        <translation>Никто не записал, что говорят эти подсказки (язык: %1): %2. Сначала напишите их тексты на панели «Подсказки».</translation>
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
    <message>
        <source>&amp;Why This File?</source>
        <translation>&amp;Почему этот файл?</translation>
    </message>
    <message>
        <source>&amp;Create the Environment</source>
        <translation>Созд&amp;ать среду</translation>
    </message>
    <message>
        <source>New &amp;Language…</source>
        <translation>Новый &amp;язык…</translation>
    </message>
    <message>
        <source>&amp;Make an Own Copy</source>
        <translation>Сде&amp;лать свою копию</translation>
    </message>
    <message>
        <source>Override the parent&apos;s file with one of its own, to be changed</source>
        <translation>Перекрыть файл родителя своим, чтобы менять его</translation>
    </message>
    <message>
        <source>&amp;Revert to the Parent</source>
        <translation>&amp;Вернуться к родителю</translation>
    </message>
    <message>
        <source>Delete the own file, so that the parent&apos;s is found again</source>
        <translation>Удалить свой файл, чтобы снова находился родительский</translation>
    </message>
    <message>
        <source>Rena&amp;me</source>
        <translation>Пере&amp;именовать</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Удалить</translation>
    </message>
    <message>
        <source>&amp;Import Archive…</source>
        <translation>&amp;Загрузить архив…</translation>
    </message>
    <message>
        <source>&amp;Export Archive…</source>
        <translation>В&amp;ыгрузить архив…</translation>
    </message>
</context>
<context>
    <name>pbx::editor::Waveform</name>
    <message>
        <source>Waveform</source>
        <translation>Кривая звука</translation>
    </message>
    <message>
        <source>no sound</source>
        <translation>нет звука</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 с</translation>
    </message>
    <message>
        <source>loudness %1 LUFS</source>
        <translation>громкость %1 LUFS</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>тишина</translation>
    </message>
    <message>
        <source>peak %1 dB</source>
        <translation>пик %1 дБ</translation>
    </message>
    <message>
        <source>clipped</source>
        <translation>перегрузка</translation>
    </message>
    <message>
        <source>silence %1 s before, %2 s after</source>
        <translation>тишина %1 с в начале, %2 с в конце</translation>
    </message>
</context>
<context>
    <name>pbx::editor::WeekMap</name>
    <message>
        <source>rings %1</source>
        <translation>звонит телефон %1</translation>
    </message>
    <message>
        <source>all day</source>
        <translation>весь день</translation>
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
        <source>Speed:</source>
        <translation>Скорость:</translation>
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
    <message>
        <source>Sending messages fails</source>
        <translation>Отправка сообщений не удаётся</translation>
    </message>
    <message>
        <source>Nobody receives an instant message of the call, to hear what the program does then.</source>
        <translation>Мгновенные сообщения звонка никто не получает: слышно, что тогда делает программа.</translation>
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
        <source>Call</source>
        <translation>Позвонить</translation>
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
    <message>
        <source>Caller %1</source>
        <translation>Звонящий %1</translation>
    </message>
    <message>
        <source>%1 calls %2: %3</source>
        <translation>%1 звонит %2: %3</translation>
    </message>
    <message>
        <source>%1 has not dialled yet</source>
        <translation>%1 ещё не набирал номер</translation>
    </message>
    <message>
        <source>Callers</source>
        <translation>Звонящие</translation>
    </message>
    <message>
        <source>Another caller</source>
        <translation>Ещё один звонящий</translation>
    </message>
    <message>
        <source>Another caller dials into the same situation: who talks is busy, queues grow.</source>
        <translation>Ещё один звонящий попадает в ту же обстановку: кто говорит, тот занят, очереди растут.</translation>
    </message>
    <message>
        <source>Redial</source>
        <translation>Снова</translation>
    </message>
    <message>
        <source>Dials the last address again, at the same moment and with the same failures.</source>
        <translation>Набирает последний адрес ещё раз, в тот же момент и с теми же сбоями.</translation>
    </message>
    <message>
        <source>Last keys</source>
        <translation>Те же клавиши</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Очистить</translation>
    </message>
    <message>
        <source>Clear the display&apos;s keys</source>
        <translation>Очистить клавиши на дисплее</translation>
    </message>
    <message>
        <source>Takes the pressed keys off the display; the call does not notice.</source>
        <translation>Убирает нажатые клавиши с дисплея; звонок этого не замечает.</translation>
    </message>
    <message>
        <source>Presses the keys of the call before, each where the program waits for one.</source>
        <translation>Нажимает клавиши предыдущего звонка, каждую там, где программа ждёт клавишу.</translation>
    </message>
    <message>
        <source>Presses %1, each key where the program waits for one.</source>
        <translation>Нажимает %1, каждую клавишу там, где программа её ждёт.</translation>
    </message>
    <message>
        <source> (%1 to come)</source>
        <comment>keys</comment>
        <translation> (ещё %1)</translation>
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
        <source>When calle&amp;d:</source>
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
    <message>
        <source>%1: %2</source>
        <comment>callers: what happens to them</comment>
        <translation>%1: %2</translation>
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
    <message>
        <source>Save as Scenario…</source>
        <translation>Сохранить как сценарий…</translation>
    </message>
    <message>
        <source>Makes a test of this call: run again, it tells whether the call is still the same.</source>
        <translation>Делает из этого звонка тест: при повторном выполнении видно, остался ли звонок прежним.</translation>
    </message>
</context>
</TS>
