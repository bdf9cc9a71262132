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
        <translation>О&amp;тбой</translation>
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
    <message>
        <source>&amp;Deploy</source>
        <translation>&amp;Размещение</translation>
    </message>
    <message>
        <source>&amp;Servers…</source>
        <translation>&amp;Серверы…</translation>
    </message>
    <message>
        <source>P&amp;ractice Server…</source>
        <translation>Учебный се&amp;рвер…</translation>
    </message>
    <message>
        <source>&amp;Make It the Workspace&apos;s Server</source>
        <translation>Сделать его сервером ра&amp;бочего пространства</translation>
    </message>
    <message>
        <source>New Workspace &amp;from a Server…</source>
        <translation>Новое рабочее пространство &amp;с сервера…</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>Срав&amp;нить</translation>
    </message>
    <message>
        <source>&amp;Pull</source>
        <translation>&amp;Получить</translation>
    </message>
    <message>
        <source>P&amp;ush…</source>
        <translation>&amp;Отправить…</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>&amp;История</translation>
    </message>
    <message>
        <source>Through &amp;WebAdmin&apos;s Page…</source>
        <translation>Через страницу &amp;WebAdmin…</translation>
    </message>
    <message>
        <source>Go to An&amp;ything…</source>
        <translation>Перейти к &amp;чему угодно…</translation>
    </message>
    <message>
        <source>Search the &amp;Workspace…</source>
        <translation>Поиск по &amp;рабочему пространству…</translation>
    </message>
    <message>
        <source>Keyboard &amp;Shortcuts…</source>
        <translation>&amp;Сочетания клавиш…</translation>
    </message>
    <message>
        <source>What&apos;s &amp;This?</source>
        <translation>Что &amp;это?</translation>
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
    <name>Deploy</name>
    <message>
        <source>%1, which says what was last the same here and on the server, can&apos;t be read: %2</source>
        <translation>%1, где записано, что в последний раз было одинаковым здесь и на сервере, не читается: %2</translation>
    </message>
    <message>
        <source>Remove the file; then everything that is not the same on both sides counts as changed on both.</source>
        <translation>Удалите этот файл; тогда всё, что различается, считается изменённым с обеих сторон.</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>строка %1: %2</translation>
    </message>
    <message>
        <source>it holds no dictionary.</source>
        <translation>в нём нет словаря.</translation>
    </message>
    <message>
        <source>Correct the file first; nothing was compared.</source>
        <translation>Сначала исправьте файл; ничего не сравнивалось.</translation>
    </message>
    <message>
        <source>Accounts and settings of %1 were not compared: the user may not read them on the server.</source>
        <translation>Учётные записи и настройки %1 не сравнивались: пользователю нельзя читать их на сервере.</translation>
    </message>
    <message>
        <source>%1 is no longer on the server.</source>
        <translation>%1 на сервере больше нет.</translation>
    </message>
    <message>
        <source>Compare again.</source>
        <translation>Сравните ещё раз.</translation>
    </message>
    <message>
        <source>The journal %1 can&apos;t be read: %2</source>
        <translation>Журнал %1 не читается: %2</translation>
    </message>
    <message>
        <source>Nothing was changed on the server.</source>
        <translation>На сервере ничего не изменено.</translation>
    </message>
    <message>
        <source>The journal %1 can&apos;t be written: %2.</source>
        <translation>Журнал %1 не записать: %2.</translation>
    </message>
    <message>
        <source>There is no push %1 in this workspace.</source>
        <translation>В этом рабочем пространстве нет отправки %1.</translation>
    </message>
    <message>
        <source>it has no actions.</source>
        <translation>в ней нет действий.</translation>
    </message>
    <message>
        <source>one of its actions makes no sense.</source>
        <translation>одно из её действий не имеет смысла.</translation>
    </message>
    <message>
        <source>Is there space left on the disk?</source>
        <translation>Есть ли место на диске?</translation>
    </message>
    <message>
        <source>%1 (process %2 on %3) is pushing from this workspace right now.</source>
        <translation>%1 (процесс %2 на %3) прямо сейчас отправляет из этого рабочего пространства.</translation>
    </message>
    <message>
        <source>Wait until it is through.</source>
        <translation>Подождите, пока он закончит.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be made.</source>
        <translation>%1 не создать.</translation>
    </message>
    <message>
        <source>Check the permissions of the workspace and the space on the disk.</source>
        <translation>Проверьте права на рабочее пространство и место на диске.</translation>
    </message>
    <message>
        <source>The folder %1 can&apos;t be made.</source>
        <translation>Папку %1 не создать.</translation>
    </message>
    <message>
        <source>%1 was changed while it was compared.</source>
        <translation>%1 изменился во время сравнения.</translation>
    </message>
    <message>
        <source>Nothing was changed here; pull again.</source>
        <translation>Здесь ничего не изменено; получите ещё раз.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be replaced.</source>
        <translation>%1 не заменить.</translation>
    </message>
    <message>
        <source>Check its permissions. Nothing was changed here.</source>
        <translation>Проверьте права на него. Здесь ничего не изменено.</translation>
    </message>
    <message>
        <source>It was removed here and changed on the server.</source>
        <translation>Здесь удалено, а на сервере изменено.</translation>
    </message>
    <message>
        <source>It was changed here and removed on the server.</source>
        <translation>Здесь изменено, а на сервере удалено.</translation>
    </message>
    <message>
        <source>Changed here and on the server: %1.</source>
        <translation>Изменено и здесь, и на сервере: %1.</translation>
    </message>
    <message>
        <source>Here and on the server it is not the same, and nobody knows which is newer.</source>
        <translation>Здесь и на сервере разное, и неизвестно, что новее.</translation>
    </message>
    <message>
        <source>It was changed here and on the server.</source>
        <translation>Изменено и здесь, и на сервере.</translation>
    </message>
    <message>
        <source>%1 was changed on the server while it was fetched.</source>
        <translation>%1 изменился на сервере, пока его получали.</translation>
    </message>
    <message>
        <source>%1 was damaged meanwhile.</source>
        <translation>%1 тем временем повредили.</translation>
    </message>
    <message>
        <source>%1 was changed on the server again.</source>
        <translation>%1 снова изменился на сервере.</translation>
    </message>
    <message>
        <source>The folder %1 can&apos;t be written to.</source>
        <translation>В папку %1 нельзя писать.</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be the name of a domain.</source>
        <translation>«%1» не может быть именем домена.</translation>
    </message>
    <message>
        <source>%1 is there already and not empty.</source>
        <translation>%1 уже есть, и папка не пуста.</translation>
    </message>
    <message>
        <source>Choose a folder that does not exist yet.</source>
        <translation>Выберите папку, которой ещё нет.</translation>
    </message>
    <message>
        <source>Check its permissions or choose another one.</source>
        <translation>Проверьте права или выберите другую.</translation>
    </message>
    <message>
        <source>The workspace can&apos;t be moved to %1.</source>
        <translation>Рабочее пространство не переместить в %1.</translation>
    </message>
    <message>
        <source>Pull and merge them first, or force the push: then the server&apos;s are replaced by those here.</source>
        <translation>Сначала получите и объедините их или отправьте принудительно: тогда серверные заменятся здешними.</translation>
    </message>
    <message>
        <source>The push %1 has ended; there is nothing to resume.</source>
        <translation>Отправка %1 завершена; продолжать нечего.</translation>
    </message>
    <message>
        <source>The push went to %1, not to %2.</source>
        <translation>Отправка была на %1, а не на %2.</translation>
    </message>
    <message>
        <source>Connect to the server it went to.</source>
        <translation>Подключитесь к тому серверу.</translation>
    </message>
    <message>
        <source>The push %1 was undone at once; there is nothing to roll back.</source>
        <translation>Отправка %1 сразу же отменена; возвращать нечего.</translation>
    </message>
    <message>
        <source>Without it nobody knows what the later pushes changed.</source>
        <translation>Без неё неизвестно, что изменили более поздние отправки.</translation>
    </message>
    <message>
        <source>Settings kept in the folder .pbx of the workspace are damaged.</source>
        <translation>Настройки в папке .pbx рабочего пространства повреждены.</translation>
    </message>
    <message>
        <source>“%1” of %2 was changed on the server since it was compared.</source>
        <translation>«%1» у %2 изменилось на сервере после сравнения.</translation>
    </message>
    <message>
        <source>Compare again to see what is there now.</source>
        <translation>Сравните ещё раз, чтобы увидеть, что там теперь.</translation>
    </message>
    <message>
        <source>%1 was changed here after it was compared.</source>
        <translation>%1 изменился здесь после сравнения.</translation>
    </message>
    <message>
        <source>The settings of %1 were changed on the server since they were compared.</source>
        <translation>Настройки %1 изменились на сервере после сравнения.</translation>
    </message>
    <message>
        <source>Somebody has made the account %1 on the server meanwhile.</source>
        <translation>Кто-то тем временем создал на сервере учётную запись %1.</translation>
    </message>
    <message>
        <source>“%1” of %2 reads back from the server otherwise than it was sent.</source>
        <translation>«%1» у %2 читается с сервера не так, как было отправлено.</translation>
    </message>
    <message>
        <source>Somebody else may have changed it at the same moment, or the server has its own form of it; compare again.</source>
        <translation>Возможно, кто-то изменил это в тот же миг или сервер хранит это по-своему; сравните ещё раз.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read: %2.</source>
        <translation>%1 не читается: %2.</translation>
    </message>
    <message>
        <source>Check its permissions.</source>
        <translation>Проверьте права на него.</translation>
    </message>
    <message>
        <source>Without this backup nothing is changed on the server.</source>
        <translation>Без этой резервной копии на сервере ничего не меняется.</translation>
    </message>
    <message>
        <source>The content kept as %1 is missing in the folder .pbx of the workspace.</source>
        <translation>Содержимого %1 нет в папке .pbx рабочего пространства.</translation>
    </message>
    <message>
        <source>%1 is damaged.</source>
        <translation>%1 повреждён.</translation>
    </message>
    <message>
        <source>Bring it back from a backup of the workspace.</source>
        <translation>Верните его из резервной копии рабочего пространства.</translation>
    </message>
    <message>
        <source>%1 was changed on the server since it was compared.</source>
        <translation>%1 изменился на сервере после сравнения.</translation>
    </message>
    <message>
        <source>%1 reads back from the server otherwise than it was stored.</source>
        <translation>%1 читается с сервера не так, как был сохранён.</translation>
    </message>
    <message>
        <source>Somebody else may have changed it at the same moment; compare again.</source>
        <translation>Возможно, кто-то изменил его в тот же миг; сравните ещё раз.</translation>
    </message>
    <message>
        <source>The push %1 was interrupted and neither finished nor undone.</source>
        <translation>Отправка %1 прервалась: она не завершена и не отменена.</translation>
    </message>
    <message>
        <source>Resume it or roll it back first.</source>
        <translation>Сначала завершите её или верните всё назад.</translation>
    </message>
    <message>
        <source>The server&apos;s compiler refuses a program; nothing was changed on the server.</source>
        <translation>Компилятор сервера не принимает программу; на сервере ничего не изменено.</translation>
    </message>
    <message>
        <source>Correct it at the place shown, then push again.</source>
        <translation>Исправьте её в указанном месте и отправьте снова.</translation>
    </message>
    <message>
        <source>Somebody has put %1 on the server since it was compared.</source>
        <translation>Кто-то положил %1 на сервер после сравнения.</translation>
    </message>
    <message>
        <source>Somebody else has changed it on the server meanwhile; that was left as it is.</source>
        <translation>Тем временем это на сервере изменил кто-то другой; оставлено как есть.</translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation>Отменено.</translation>
    </message>
    <message>
        <source>Changed here and on the server, files and settings: %1. Nothing was pushed.</source>
        <translation>Изменено и здесь, и на сервере, файлов и настроек: %1. Ничего не отправлено.</translation>
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
    <name>Locator</name>
    <message>
        <source>Program</source>
        <translation>Программа</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Подсказка</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Раздел</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Учётная запись</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Сценарий</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Команда</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>Панель</translation>
    </message>
    <message>
        <source>entry</source>
        <translation>вход</translation>
    </message>
    <message>
        <source>procedure</source>
        <translation>процедура</translation>
    </message>
    <message>
        <source>function</source>
        <translation>функция</translation>
    </message>
</context>
<context>
    <name>MediaDecoder</name>
    <message>
        <source>It is no sound that can be read (%1). Save it as WAV, FLAC, Ogg or MP3.</source>
        <translation>Это не звук, который можно прочесть (%1). Сохраните его как WAV, FLAC, Ogg или MP3.</translation>
    </message>
    <message>
        <source>libsndfile does not know this kind of file, and Qt Multimedia has no decoders on this computer. Install those, or save the sound as WAV, FLAC, Ogg or MP3.</source>
        <translation>Файлы такого вида libsndfile не знает, а декодеров Qt Multimedia на этом компьютере нет. Установите их или сохраните звук как WAV, FLAC, Ogg или MP3.</translation>
    </message>
    <message>
        <source>It is no file.</source>
        <translation>Это не файл.</translation>
    </message>
    <message>
        <source>It can&apos;t be opened (%1).</source>
        <translation>Его не удаётся открыть (%1).</translation>
    </message>
    <message>
        <source>It holds no sound.</source>
        <translation>Звука в нём нет.</translation>
    </message>
    <message numerus="yes">
        <source>nothing came out of it for %n second(s)</source>
        <translation>
            <numerusform>%n секунду из него ничего не поступает</numerusform>
            <numerusform>%n секунды из него ничего не поступает</numerusform>
            <numerusform>%n секунд из него ничего не поступает</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 channels at %2 Hz</source>
        <translation>каналов %1, частота %2 Гц</translation>
    </message>
</context>
<context>
    <name>Passwords</name>
    <message>
        <source>The keyring was not unlocked.</source>
        <translation>Хранилище паролей не разблокировано.</translation>
    </message>
    <message>
        <source>Unlock it, or type the password each time.</source>
        <translation>Разблокируйте его или вводите пароль каждый раз.</translation>
    </message>
    <message>
        <source>The keyring does not let this program in.</source>
        <translation>Хранилище паролей не пускает эту программу.</translation>
    </message>
    <message>
        <source>Check its settings, or type the password each time.</source>
        <translation>Проверьте его настройки или вводите пароль каждый раз.</translation>
    </message>
    <message>
        <source>There is no keyring on this desktop.</source>
        <translation>На этом рабочем столе нет хранилища паролей.</translation>
    </message>
    <message>
        <source>Start GNOME Keyring or KWallet, or type the password each time; it is never kept in a file.</source>
        <translation>Запустите GNOME Keyring или KWallet или вводите пароль каждый раз; в файле он никогда не хранится.</translation>
    </message>
    <message>
        <source>There is no keyring on this desktop that can be used (%1).</source>
        <translation>На этом рабочем столе нет пригодного хранилища паролей (%1).</translation>
    </message>
    <message>
        <source>The keyring is reached from the program&apos;s main thread alone.</source>
        <translation>К хранилищу паролей обращаются только из главного потока программы.</translation>
    </message>
    <message>
        <source>The program ends; the keyring was not waited for.</source>
        <translation>Программа завершается; ответа хранилища паролей не дождались.</translation>
    </message>
</context>
<context>
    <name>Probe</name>
    <message>
        <source>%1 files, %2 folders, attributes: %3.</source>
        <translation>Файлов: %1, папок: %2, атрибуты: %3.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>The domain&apos;s list: %1</source>
        <translation>Список домена: %1</translation>
    </message>
    <message>
        <source>The built-in list: %1</source>
        <translation>Встроенный список: %1</translation>
    </message>
    <message>
        <source>Inherited files are told from own ones by their contents.</source>
        <translation>Унаследованные файлы отличаются от собственных по содержимому.</translation>
    </message>
    <message>
        <source>A domain&apos;s list counts as its own files alone.</source>
        <translation>Список домена считается списком только его собственных файлов.</translation>
    </message>
    <message>
        <source>A missing file: %1. A missing language: %2.</source>
        <translation>Нет файла: %1. Нет языка: %2.</translation>
    </message>
    <message>
        <source>A file counts as missing only when a fresh list lacks it too.</source>
        <translation>Файл считается отсутствующим, только если его нет и в новом списке.</translation>
    </message>
    <message>
        <source>Rights of this user: %1. The domain&apos;s environment can be listed: %2. The server&apos;s environment: %3.</source>
        <translation>Права этого пользователя: %1. Среду домена можно перечислить: %2. Среда сервера: %3.</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>да</translation>
    </message>
    <message>
        <source>no</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>it can be listed</source>
        <translation>можно перечислить</translation>
    </message>
    <message>
        <source>Yes, as the folder $DomainPBXApp.</source>
        <translation>Да, как папка $DomainPBXApp.</translation>
    </message>
    <message>
        <source>No folder $DomainPBXApp is listed.</source>
        <translation>Папки $DomainPBXApp в списке нет.</translation>
    </message>
    <message>
        <source>All that were tried.</source>
        <translation>Все, какие пробовали.</translation>
    </message>
    <message>
        <source>Not these: %1.</source>
        <translation>Кроме этих: %1.</translation>
    </message>
    <message>
        <source>Numbers, stamps, null and data: %1.</source>
        <translation>Числа, отметки времени, null и данные: %1.</translation>
    </message>
    <message>
        <source>A result: %1. No result: %2. An unknown command: %3.</source>
        <translation>С результатом: %1. Без результата: %2. Неизвестная команда: %3.</translation>
    </message>
    <message>
        <source>It can&apos;t be told: ECHO answered %1.</source>
        <translation>Сказать нельзя: ECHO ответила %1.</translation>
    </message>
    <message>
        <source>%1 bytes are taken, %2 are not: %3.</source>
        <translation>%1 байт принимаются, %2 — нет: %3.</translation>
    </message>
    <message>
        <source>Larger files are refused here, before anything is sent.</source>
        <translation>Файлы крупнее отклоняются здесь, до отправки.</translation>
    </message>
    <message>
        <source>%1 bytes are taken; longer ones were not tried.</source>
        <translation>%1 байт принимаются; длиннее не пробовали.</translation>
    </message>
    <message>
        <source>No file counts as too large.</source>
        <translation>Ни один файл не считается слишком большим.</translation>
    </message>
    <message>
        <source>The accounts can&apos;t be listed: %1</source>
        <translation>Учётные записи не перечислить: %1</translation>
    </message>
    <message>
        <source>None among the rules of %1 accounts.</source>
        <translation>Среди правил учётных записей (%1) таких нет.</translation>
    </message>
    <message>
        <source>Diverts are written as ordinary rules with a name of their own.</source>
        <translation>Переадресация записывается обычными правилами с собственным именем.</translation>
    </message>
    <message>
        <source>Yes.</source>
        <translation>Да.</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Нет.</translation>
    </message>
    <message>
        <source>Language: %1. IVRLanguage: %2.</source>
        <translation>Language: %1. IVRLanguage: %2.</translation>
    </message>
    <message>
        <source>nowhere set</source>
        <translation>нигде не задан</translation>
    </message>
    <message>
        <source>The domain has no accounts.</source>
        <translation>В домене нет учётных записей.</translation>
    </message>
    <message>
        <source>Can be asked with scratch files.</source>
        <translation>Можно спросить с пробными файлами.</translation>
    </message>
    <message>
        <source>Needs an environment of the domain.</source>
        <translation>Нужна среда домена.</translation>
    </message>
    <message>
        <source>The form is looked for when an archive is uploaded.</source>
        <translation>Форма ищется при отправке архива.</translation>
    </message>
    <message>
        <source>Never asked and never sent.</source>
        <translation>Никогда не спрашивается и не посылается.</translation>
    </message>
    <message>
        <source>Needs a call: one prompt with another sound in each place.</source>
        <translation>Нужен звонок: одна подсказка с разным звуком в каждом месте.</translation>
    </message>
    <message>
        <source>To be looked up in the settings of the server&apos;s listener.</source>
        <translation>Посмотрите в настройках порта на сервере.</translation>
    </message>
    <message>
        <source>To be asked over HTTP.</source>
        <translation>Спрашивается по HTTP.</translation>
    </message>
    <message>
        <source>It sends to %1: files in the field “%2”, beside these: %3.</source>
        <translation>Она шлёт на %1: файлы в поле «%2», вместе с ними: %3.</translation>
    </message>
    <message>
        <source>Archives can be sent by this page.</source>
        <translation>Архивы можно отправлять через эту страницу.</translation>
    </message>
    <message>
        <source>A domain to ask about is needed.</source>
        <translation>Нужен домен, о котором спрашивать.</translation>
    </message>
    <message>
        <source>The scratch file “%1” could not be removed: %2.</source>
        <translation>Пробный файл «%1» не удалось удалить: %2.</translation>
    </message>
    <message>
        <source>Creating the environment that is there: %1.</source>
        <translation>Создание среды, которая уже есть: %1.</translation>
    </message>
    <message>
        <source>Deleting a file that is not there: %1.</source>
        <translation>Удаление файла, которого нет: %1.</translation>
    </message>
    <message>
        <source>A scratch language can&apos;t be made: %1.</source>
        <translation>Пробный язык не создать: %1.</translation>
    </message>
    <message>
        <source>Creating a language that is there: %1. Deleting one with files in it: %2.</source>
        <translation>Создание языка, который уже есть: %1. Удаление языка с файлами: %2.</translation>
    </message>
    <message>
        <source>The scratch language “%1” could not be removed: %2.</source>
        <translation>Пробный язык «%1» не удалось удалить: %2.</translation>
    </message>
    <message>
        <source>stored</source>
        <translation>сохранена</translation>
    </message>
    <message>
        <source>not stored</source>
        <translation>не сохранена</translation>
    </message>
    <message>
        <source>A faulty program: %1 (%2). A sound one: %3 (%4).</source>
        <translation>Программа с ошибкой: %1 (%2). Верная: %3 (%4).</translation>
    </message>
    <message>
        <source>Programs are looked at by this program&apos;s own checker alone.</source>
        <translation>Программы проверяет только эта программа сама.</translation>
    </message>
    <message>
        <source>Programs are compiled by the server under a scratch name before they are stored.</source>
        <translation>Сервер компилирует программы под пробным именем, прежде чем сохранить.</translation>
    </message>
    <message>
        <source>Programs are compiled by the server before they are stored.</source>
        <translation>Сервер компилирует программы, прежде чем сохранить.</translation>
    </message>
    <message>
        <source>A program that is not there: %1.</source>
        <translation>Программа, которой нет: %1.</translation>
    </message>
    <message>
        <source>A program that ends at once: %1.</source>
        <translation>Программа, которая сразу завершается: %1.</translation>
    </message>
    <message>
        <source>An event for it: %1. Ending it: %2.</source>
        <translation>Событие для неё: %1. Её завершение: %2.</translation>
    </message>
    <message>
        <source>No, it lies in the environment as a file.</source>
        <translation>Нет, он лежит в среде как файл.</translation>
    </message>
    <message>
        <source>Files are stored one by one.</source>
        <translation>Файлы сохраняются по одному.</translation>
    </message>
    <message>
        <source>Storing takes %1 bytes, not %2: %3.</source>
        <translation>Сохранение принимает %1 байт, но не %2: %3.</translation>
    </message>
    <message>
        <source>How does the server store “Divert calls” and other simplified rules?</source>
        <translation>Как сервер хранит «Переадресацию» и другие упрощённые правила?</translation>
    </message>
    <message>
        <source>Which values do rules with FreeBusy and Preference conditions have?</source>
        <translation>Какие значения бывают у условий FreeBusy и Preference?</translation>
    </message>
    <message>
        <source>What do lists of an environment tell of files, folders and outer layers?</source>
        <translation>Что списки среды говорят о файлах, папках и внешних слоях?</translation>
    </message>
    <message>
        <source>What does the server answer when something is missing, or there already?</source>
        <translation>Что отвечает сервер, если чего-то нет или оно уже есть?</translation>
    </message>
    <message>
        <source>How long may a command be?</source>
        <translation>Какой длины может быть команда?</translation>
    </message>
    <message>
        <source>Does storing a .tar unpack it?</source>
        <translation>Распаковывается ли .tar при сохранении?</translation>
    </message>
    <message>
        <source>What does WebAdmin&apos;s form for uploads look like?</source>
        <translation>Как выглядит форма WebAdmin для загрузки файлов?</translation>
    </message>
    <message>
        <source>Which rights does this user have, and do they suffice for environments?</source>
        <translation>Какие права у этого пользователя и хватает ли их для сред?</translation>
    </message>
    <message>
        <source>What does deleting an environment without naming a language do?</source>
        <translation>Что делает удаление среды без указания языка?</translation>
    </message>
    <message>
        <source>How are languages written in preferences?</source>
        <translation>Как записаны языки в предпочтениях?</translation>
    </message>
    <message>
        <source>How are the attendant&apos;s settings written?</source>
        <translation>Как записаны настройки автосекретаря?</translation>
    </message>
    <message>
        <source>In which order are languages and layers searched?</source>
        <translation>В каком порядке ищутся языки и слои?</translation>
    </message>
    <message>
        <source>How do commands over HTTP answer?</source>
        <translation>Как отвечают команды по HTTP?</translation>
    </message>
    <message>
        <source>Does the command port offer TLS, and when does it drop idle sessions?</source>
        <translation>Есть ли у порта команд TLS и когда он обрывает простаивающие сеансы?</translation>
    </message>
    <message>
        <source>Which priorities do rules have?</source>
        <translation>Какие приоритеты у правил?</translation>
    </message>
    <message>
        <source>Does file storage show the environment?</source>
        <translation>Видна ли среда в хранилище файлов?</translation>
    </message>
    <message>
        <source>What do tasks answer?</source>
        <translation>Что отвечают задачи?</translation>
    </message>
    <message>
        <source>Which texts come back as they were sent?</source>
        <translation>Какие тексты возвращаются такими, какими посланы?</translation>
    </message>
    <message>
        <source>Do other alphabets come back as they were sent?</source>
        <translation>Возвращаются ли другие алфавиты такими, какими посланы?</translation>
    </message>
    <message>
        <source>Do rules fill missing parts with “---”?</source>
        <translation>Заполняют ли правила недостающие части знаками «---»?</translation>
    </message>
    <message>
        <source>Does the server compile a program before it stores it (TRYCOMPILE)?</source>
        <translation>Компилирует ли сервер программу до сохранения (TRYCOMPILE)?</translation>
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
    <name>Prompts</name>
    <message>
        <source>it has got a text since it was made</source>
        <translation>текст появился после записи</translation>
    </message>
    <message>
        <source>made when its text was: %1</source>
        <translation>при записи текст был: %1</translation>
    </message>
    <message>
        <source>spoken by the computer until it is recorded</source>
        <translation>произнесено компьютером, пока не записано</translation>
    </message>
    <message>
        <source>%1, %2 Hz, %3 channel(s): the telephone carries 8000 Hz mono</source>
        <translation>%1, %2 Гц, каналов: %3; телефон передаёт 8000 Гц моно</translation>
    </message>
</context>
<context>
    <name>PushGate</name>
    <message>
        <source>the scenario “%1” fails: %2</source>
        <translation>сценарий «%1» не проходит: %2</translation>
    </message>
</context>
<context>
    <name>Scenarios</name>
    <message>
        <source>heard %1 from there on</source>
        <translation>с того места слышно: %1</translation>
    </message>
    <message>
        <source>heard %1</source>
        <translation>слышно: %1</translation>
    </message>
    <message>
        <source>%1 was heard at %2</source>
        <translation>%1 прозвучало в %2</translation>
    </message>
    <message>
        <source>a mail was sent at %1</source>
        <translation>письмо отправлено в %1</translation>
    </message>
    <message>
        <source>ended by %1, left with %2, after %3 s</source>
        <translation>закончил %1, осталось %2, через %3 с</translation>
    </message>
    <message>
        <source>it did not happen any more</source>
        <translation>больше этого не было</translation>
    </message>
    <message>
        <source>it did not happen</source>
        <translation>этого не было</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 с</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>ничего</translation>
    </message>
    <message>
        <source>a program failed: %1</source>
        <translation>программа с ошибкой: %1</translation>
    </message>
    <message>
        <source>expected: %1</source>
        <translation>ожидалось: %1</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>ожидалось</translation>
    </message>
    <message>
        <source>what happened to %1</source>
        <translation>что было с %1</translation>
    </message>
    <message>
        <source>no error of a program</source>
        <translation>ни одной ошибки программы</translation>
    </message>
    <message>
        <source>… %1 earlier events</source>
        <translation>… ранее событий: %1</translation>
    </message>
    <message>
        <source>… %1 more events</source>
        <translation>… далее событий: %1</translation>
    </message>
</context>
<context>
    <name>Server</name>
    <message>
        <source>a text</source>
        <translation>текст</translation>
    </message>
    <message>
        <source>a block of data</source>
        <translation>блок данных</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>список</translation>
    </message>
    <message>
        <source>a dictionary</source>
        <translation>словарь</translation>
    </message>
    <message>
        <source>The server lists a name that can&apos;t be kept: “%1”.</source>
        <translation>Сервер перечисляет имя, которое нельзя хранить: «%1».</translation>
    </message>
    <message>
        <source>Nothing was read. Have it renamed or removed on the server.</source>
        <translation>Ничего не прочитано. Пусть его переименуют или удалят на сервере.</translation>
    </message>
    <message>
        <source>The server&apos;s answer to %1 is not %2, as it should be.</source>
        <translation>Ответ сервера на %1 — не %2, как должно быть.</translation>
    </message>
    <message>
        <source>Rename the file: an environment holds names of letters, digits, dots, hyphens and underscores.</source>
        <translation>Переименуйте файл: имена в среде состоят из букв, цифр, точек, дефисов и подчёркиваний.</translation>
    </message>
    <message>
        <source>“%1” is no language: folders of languages are one level deep.</source>
        <translation>«%1» — не язык: папки языков бывают только одного уровня.</translation>
    </message>
    <message>
        <source>It has a slash.</source>
        <translation>В имени косая черта.</translation>
    </message>
    <message>
        <source>It begins with a dot.</source>
        <translation>Имя начинается с точки.</translation>
    </message>
    <message>
        <source>The server lists two names that differ in letter case alone: “%1”.</source>
        <translation>Сервер перечисляет два имени, которые различаются только регистром букв: «%1».</translation>
    </message>
    <message>
        <source>Nothing was read. Have one of them renamed or removed on the server.</source>
        <translation>Ничего не прочитано. Пусть одно из них переименуют или удалят на сервере.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no name of a command.</source>
        <translation>«%1» — не имя команды.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no keyword.</source>
        <translation>«%1» — не ключевое слово.</translation>
    </message>
    <message>
        <source>A name is missing.</source>
        <translation>Не хватает имени.</translation>
    </message>
    <message>
        <source>The text &quot;%1&quot; has a line end in it, and a command has to stand on one line.</source>
        <translation>В тексте «%1» есть конец строки, а команда должна стоять в одной строке.</translation>
    </message>
    <message>
        <source>The value can&apos;t be written: %1</source>
        <translation>Значение не записать: %1</translation>
    </message>
    <message>
        <source>The value has a line end that can&apos;t be sent.</source>
        <translation>В значении есть конец строки, который нельзя отправить.</translation>
    </message>
    <message>
        <source>The password has a line end in it and can&apos;t be sent.</source>
        <translation>В пароле есть конец строки, его нельзя отправить.</translation>
    </message>
    <message>
        <source>The server&apos;s settings lack the host or the user.</source>
        <translation>В настройках сервера нет узла или пользователя.</translation>
    </message>
    <message>
        <source>Give an address such as cgps://admin@mail.example.com.</source>
        <translation>Укажите адрес вида cgps://admin@mail.example.com.</translation>
    </message>
    <message>
        <source>Issued to: %1
Issued by: %2
Valid: %3 to %4</source>
        <translation>Кому выдан: %1
Кем выдан: %2
Действует: с %3 по %4</translation>
    </message>
    <message>
        <source>If its fingerprint is the one that the server&apos;s administrator names, trust this certificate (in the window: &quot;Trust This Certificate&quot;; by command: --pin with the fingerprint).</source>
        <translation>Если отпечаток совпадает с тем, который называет администратор сервера, доверьтесь этому сертификату (в окне: «Доверять этому сертификату»; командой: --pin с отпечатком).</translation>
    </message>
    <message>
        <source>The certificate of %1 expired on %2.</source>
        <translation>Сертификат %1 истёк %2.</translation>
    </message>
    <message>
        <source>The server&apos;s administrator has to renew it.</source>
        <translation>Администратор сервера должен его обновить.</translation>
    </message>
    <message>
        <source>The certificate of %1 is valid from %2 on only.</source>
        <translation>Сертификат %1 действует только с %2.</translation>
    </message>
    <message>
        <source>Compare this computer&apos;s clock with the server&apos;s.</source>
        <translation>Сравните часы этого компьютера с часами сервера.</translation>
    </message>
    <message>
        <source>The certificate that %1 shows is one for %2.</source>
        <translation>%1 предъявляет сертификат, выданный для %2.</translation>
    </message>
    <message>
        <source>Use the name that the certificate has, or: %1</source>
        <translation>Используйте имя из сертификата, или: %1</translation>
    </message>
    <message>
        <source>The certificate of %1 is signed by the server itself, so that nobody vouches for it.</source>
        <translation>Сертификат %1 подписан самим сервером, и никто за него не ручается.</translation>
    </message>
    <message>
        <source>The certificate of %1 is signed by somebody whom this computer does not know.</source>
        <translation>Сертификат %1 подписан кем-то, кого этот компьютер не знает.</translation>
    </message>
    <message>
        <source>Name the file of the company&apos;s certificate authority in the server&apos;s settings. %1</source>
        <translation>Укажите в настройках сервера файл центра сертификации предприятия. %1</translation>
    </message>
    <message>
        <source>The server does not know the command (%1).</source>
        <translation>Сервер не знает эту команду (%1).</translation>
    </message>
    <message>
        <source>Its release is older than this command, or it is no CommuniGate Pro server.</source>
        <translation>Его версия старше этой команды, или это не сервер CommuniGate Pro.</translation>
    </message>
    <message>
        <source>The server&apos;s user may not do this (%1).</source>
        <translation>Пользователю на сервере это не разрешено (%1).</translation>
    </message>
    <message>
        <source>Log in as a server administrator, or have one give this user the right in WebAdmin (Users, Domains, the account, Access Rights).</source>
        <translation>Войдите как администратор сервера или попросите его дать этому пользователю право в WebAdmin (Пользователи, Домены, учётная запись, Права доступа).</translation>
    </message>
    <message>
        <source>The server has no such domain (%1).</source>
        <translation>На сервере нет такого домена (%1).</translation>
    </message>
    <message>
        <source>Create the domain in WebAdmin, or choose one of the server&apos;s.</source>
        <translation>Создайте домен в WebAdmin или выберите один из имеющихся.</translation>
    </message>
    <message>
        <source>The server has no such account (%1).</source>
        <translation>На сервере нет такой учётной записи (%1).</translation>
    </message>
    <message>
        <source>Create the account, or see whether its name is spelled right.</source>
        <translation>Создайте учётную запись или проверьте, верно ли написано имя.</translation>
    </message>
    <message>
        <source>The domain has no environment of its own yet.</source>
        <translation>У домена ещё нет собственной среды.</translation>
    </message>
    <message>
        <source>A push creates it.</source>
        <translation>Её создаст отправка.</translation>
    </message>
    <message>
        <source>The server has no room left (%1).</source>
        <translation>На сервере нет места (%1).</translation>
    </message>
    <message>
        <source>Delete files that are not needed, or have the server&apos;s administrator raise the limit.</source>
        <translation>Удалите ненужные файлы или попросите администратора сервера повысить предел.</translation>
    </message>
    <message>
        <source>The server refused this (%1).</source>
        <translation>Сервер отказал (%1).</translation>
    </message>
    <message>
        <source>Its log may tell more (WebAdmin, Monitors, Logs).</source>
        <translation>Больше может сказать его журнал (WebAdmin, Мониторы, Журналы).</translation>
    </message>
    <message>
        <source>It says: &quot;%1&quot;.</source>
        <translation>Он сообщает: «%1».</translation>
    </message>
    <message>
        <source>%1 does not accept the user %2 with this password (&quot;%3&quot;).</source>
        <translation>%1 не принимает пользователя %2 с этим паролем («%3»).</translation>
    </message>
    <message>
        <source>Enter it anew. It was not tried again, since servers block clients after ten wrong passwords a minute. The account also needs the service PWD, and administrator&apos;s rights.</source>
        <translation>Введите его заново. Повторно он не посылался: после десяти неверных паролей в минуту серверы блокируют клиента. Учётной записи нужны также служба PWD и права администратора.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Отменено.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be reached: %2.</source>
        <translation>До %1 не добраться: %2.</translation>
    </message>
    <message>
        <source>See whether the network works and nothing blocks the port.</source>
        <translation>Проверьте, работает ли сеть и не закрыт ли порт.</translation>
    </message>
    <message>
        <source>There is no host %1.</source>
        <translation>Узла %1 нет.</translation>
    </message>
    <message>
        <source>See whether its name is spelled right and the network works.</source>
        <translation>Проверьте, верно ли написано имя и работает ли сеть.</translation>
    </message>
    <message>
        <source>Nobody listens at %1.</source>
        <translation>На %1 никто не отвечает.</translation>
    </message>
    <message>
        <source>The commands over HTTP use the WebUser port, 8100 or encrypted 9100; WebAdmin&apos;s is another one.</source>
        <translation>Команды по HTTP идут через порт WebUser: 8100 или, с шифрованием, 9100; у WebAdmin другой порт.</translation>
    </message>
    <message>
        <source>The command port (PWD) is 106, on some systems 8106; WebAdmin shows it under Settings, Services, PWD. Where it is closed, use http(s):// with the WebUser port.</source>
        <translation>Порт команд (PWD) — 106, в некоторых системах 8106; WebAdmin показывает его в разделе Установки, Сервисы, PWD. Если он закрыт, используйте http(s):// с портом WebUser.</translation>
    </message>
    <message>
        <source>No encrypted line to %1 came about: %2.</source>
        <translation>Шифрованное соединение с %1 не установлено: %2.</translation>
    </message>
    <message>
        <source>The port may be one for clear lines (cgp://), or the server&apos;s encryption too old for this computer.</source>
        <translation>Возможно, этот порт для открытых соединений (cgp://), или шифрование сервера слишком старо для этого компьютера.</translation>
    </message>
    <message>
        <source>Try again; if it stays silent, see whether the server hangs or a firewall swallows the line.</source>
        <translation>Попробуйте ещё раз; если он молчит и дальше, проверьте, не завис ли сервер и не глотает ли соединение межсетевой экран.</translation>
    </message>
    <message>
        <source>The connection to %1 broke: %2.</source>
        <translation>Соединение с %1 прервалось: %2.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>What answers at %1 is no CommuniGate Pro command port: &quot;%2&quot;.</source>
        <translation>На %1 отвечает не порт команд CommuniGate Pro: «%2».</translation>
    </message>
    <message>
        <source>See whether host, port and encryption are right.</source>
        <translation>Проверьте узел, порт и шифрование.</translation>
    </message>
    <message>
        <source>%1 turns clients away: &quot;%2&quot;.</source>
        <translation>%1 не пускает клиентов: «%2».</translation>
    </message>
    <message>
        <source>Try again in a minute; if it stays so, the server&apos;s administrator has to allow this computer&apos;s address.</source>
        <translation>Попробуйте через минуту; если не поможет, администратор сервера должен разрешить адрес этого компьютера.</translation>
    </message>
    <message>
        <source>%1 holds no certificate in PEM form.</source>
        <translation>В %1 нет сертификата в виде PEM.</translation>
    </message>
    <message>
        <source>Choose the file of the certificate authority anew.</source>
        <translation>Выберите файл центра сертификации заново.</translation>
    </message>
    <message>
        <source>%1 has no commands below /cli/ (status %2).</source>
        <translation>У %1 нет команд по адресу /cli/ (состояние %2).</translation>
    </message>
    <message>
        <source>In WebAdmin, Settings, Services, HTTPU, switch on the sub-protocol CLI for this computer; the port is WebUser&apos;s, not WebAdmin&apos;s.</source>
        <translation>Включите в WebAdmin, Установки, Сервисы, HTTPU, подпротокол CLI для этого компьютера; порт нужен от WebUser, а не от WebAdmin.</translation>
    </message>
    <message>
        <source>The command is larger than %1 takes over HTTP.</source>
        <translation>Команда больше, чем %1 принимает по HTTP.</translation>
    </message>
    <message>
        <source>Use the command port (cgp:// or cgps://), or raise HTTPRequestSizeLimit in the settings of the listener; it is 10 MB unless changed.</source>
        <translation>Используйте порт команд (cgp:// или cgps://) или повысьте HTTPRequestSizeLimit в настройках порта; обычно он 10 МБ.</translation>
    </message>
    <message>
        <source>The line to %1 is not encrypted, and the server asks for the password in clear.</source>
        <translation>Соединение с %1 не шифруется, а сервер требует пароль открытым текстом.</translation>
    </message>
    <message>
        <source>Use an encrypted port (cgps:// or https://). If everybody on the way may be trusted, allow the clear password for this server (by command: --allow-clear-password).</source>
        <translation>Используйте шифрованный порт (cgps:// или https://). Если всем на пути можно доверять, разрешите открытый пароль для этого сервера (командой: --allow-clear-password).</translation>
    </message>
    <message>
        <source>%1 shows another certificate than the one that was trusted.</source>
        <translation>%1 предъявляет другой сертификат, не тот, которому доверяли.</translation>
    </message>
    <message>
        <source>Ask the server&apos;s administrator whether it was renewed, and compare the fingerprint before you trust the new one. If nobody renewed it, somebody else may be listening.</source>
        <translation>Спросите администратора сервера, обновлялся ли сертификат, и сверьте отпечаток, прежде чем доверять новому. Если его никто не обновлял, возможно, кто-то подслушивает.</translation>
    </message>
    <message>
        <source>Its fingerprint is %1.</source>
        <translation>Его отпечаток: %1.</translation>
    </message>
    <message>
        <source>by password (Basic)</source>
        <translation>по паролю (Basic)</translation>
    </message>
    <message>
        <source>the server closed it</source>
        <translation>сервер закрыл его</translation>
    </message>
    <message>
        <source>the server closed the line</source>
        <translation>сервер закрыл соединение</translation>
    </message>
    <message>
        <source>by digest (APOP)</source>
        <translation>по дайджесту (APOP)</translation>
    </message>
    <message>
        <source>by password (PASS)</source>
        <translation>по паролю (PASS)</translation>
    </message>
    <message>
        <source>Upload it by WebAdmin&apos;s page, or connect by HTTP, which has a limit of its own.</source>
        <translation>Отправьте его через страницу WebAdmin или подключитесь по HTTP: там предел свой.</translation>
    </message>
    <message>
        <source>The folder “%1” on the server still has files, the first is “%2”.</source>
        <translation>В папке «%1» на сервере ещё есть файлы, первый — «%2».</translation>
    </message>
    <message>
        <source>Compare again: somebody may have added them just now.</source>
        <translation>Сравните ещё раз: возможно, их только что добавили.</translation>
    </message>
    <message>
        <source>The file “%1”, made to try a program, is left on the server.</source>
        <translation>Файл «%1», созданный для пробы программы, остался на сервере.</translation>
    </message>
    <message>
        <source>The server&apos;s answer to %1 has something else among its names than texts.</source>
        <translation>В ответе сервера на %1 среди имён есть не только тексты.</translation>
    </message>
    <message>
        <source>Settings have to be a dictionary.</source>
        <translation>Настройки должны быть словарём.</translation>
    </message>
    <message>
        <source>Aliases and rules have to be a list.</source>
        <translation>Псевдонимы и правила должны быть списком.</translation>
    </message>
    <message>
        <source>The forwarder “%1” to “%2” is gone: it could not be made again.</source>
        <translation>Переадресатора «%1» на «%2» больше нет: создать его снова не удалось.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no address of a server. Write cgp://USER@HOST:PORT, cgps:// for an encrypted line, or http(s)://USER@HOST:PORT/cli/.</source>
        <translation>«%1» — не адрес сервера. Пишите cgp://ПОЛЬЗОВАТЕЛЬ@УЗЕЛ:ПОРТ, cgps:// для шифрованного соединения или http(s)://ПОЛЬЗОВАТЕЛЬ@УЗЕЛ:ПОРТ/cli/.</translation>
    </message>
    <message>
        <source>Leave the password out of the address: other users of this computer could read it. It comes from the keyring, from PBX_PASSWORD or is asked for.</source>
        <translation>Не пишите пароль в адресе: его увидят другие пользователи этого компьютера. Он берётся из хранилища паролей, из PBX_PASSWORD или спрашивается.</translation>
    </message>
    <message>
        <source>The address &quot;%1&quot; names no host.</source>
        <translation>В адресе «%1» нет узла.</translation>
    </message>
    <message>
        <source>The address &quot;%1&quot; has no port that can be used.</source>
        <translation>В адресе «%1» непригодный порт.</translation>
    </message>
    <message>
        <source>The server&apos;s setting &quot;%1&quot; is missing or makes no sense.</source>
        <translation>Настройки сервера «%1» нет, или она не имеет смысла.</translation>
    </message>
    <message>
        <source>by digest</source>
        <translation>по дайджесту</translation>
    </message>
    <message>
        <source>The port may be one with TLS: use cgps://. Otherwise see whether it is that of the command line service (PWD) and whether the server hangs.</source>
        <translation>Возможно, это порт с TLS: используйте cgps://. Иначе проверьте, порт ли это командной строки (PWD) и не завис ли сервер.</translation>
    </message>
    <message>
        <source>by digest (CRAM-MD5)</source>
        <translation>по дайджесту (CRAM-MD5)</translation>
    </message>
    <message>
        <source>The server lists more folders of languages than there are languages.</source>
        <translation>Сервер перечисляет больше папок языков, чем бывает языков.</translation>
    </message>
    <message>
        <source>The server lists a folder “%1” inside the folder of a language; environments are one level deep.</source>
        <translation>Сервер перечисляет папку «%1» внутри папки языка; в среде только один уровень.</translation>
    </message>
    <message>
        <source>%1 did not answer within %2 s.</source>
        <translation>%1 не отвечает уже %2 с.</translation>
    </message>
    <message>
        <source>“%1” is too large for this server: it takes commands of up to %2 bytes.</source>
        <translation>«%1» слишком велико для этого сервера: он принимает команды длиной до %2 байт.</translation>
    </message>
</context>
<context>
    <name>Size</name>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n байт</numerusform>
            <numerusform>%n байта</numerusform>
            <numerusform>%n байт</numerusform>
        </translation>
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
    <message>
        <source>It is no file.</source>
        <translation>Это не файл.</translation>
    </message>
    <message>
        <source>It can&apos;t be opened (%1).</source>
        <translation>Его не удаётся открыть (%1).</translation>
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
    <name>WebAdmin</name>
    <message>
        <source>Nothing was sent. Open %1 in a browser and upload the archive there, or give the address of another page in the server&apos;s settings.</source>
        <translation>Ничего не отправлено. Откройте %1 в браузере и загрузите архив там или укажите адрес другой страницы в настройках сервера.</translation>
    </message>
    <message>
        <source>The page has no form that takes files.</source>
        <translation>На странице нет формы, принимающей файлы.</translation>
    </message>
    <message>
        <source>The page has %1 forms that take files; which of them is meant can&apos;t be told.</source>
        <translation>На странице форм, принимающих файлы: %1; какая нужна, не определить.</translation>
    </message>
    <message>
        <source>The page&apos;s form does not send files the usual way (POST, multipart/form-data).</source>
        <translation>Форма страницы шлёт файлы не обычным способом (POST, multipart/form-data).</translation>
    </message>
    <message>
        <source>The page&apos;s form would send the archive to another place: %1.</source>
        <translation>Форма страницы отправила бы архив в другое место: %1.</translation>
    </message>
    <message>
        <source>Which button of the page&apos;s form sends files can&apos;t be told.</source>
        <translation>Какая кнопка формы отправляет файлы, не определить.</translation>
    </message>
    <message>
        <source>The page %1 does not accept this user or password.</source>
        <translation>Страница %1 не принимает этого пользователя или пароль.</translation>
    </message>
    <message>
        <source>Check them in the server&apos;s settings; too many attempts block the account.</source>
        <translation>Проверьте их в настройках сервера; слишком много попыток блокируют учётную запись.</translation>
    </message>
    <message>
        <source>The page %1 asks for the password over a line that anybody on the way can read.</source>
        <translation>Страница %1 требует пароль по соединению, которое может прочитать любой на пути.</translation>
    </message>
    <message>
        <source>Give an address that begins with https://, or allow clear passwords for this server.</source>
        <translation>Укажите адрес, начинающийся с https://, или разрешите открытые пароли для этого сервера.</translation>
    </message>
    <message>
        <source>Compare its fingerprint with the server&apos;s, then accept it in the server&apos;s settings.</source>
        <translation>Сверьте его отпечаток с серверным и примите его в настройках сервера.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted: %2.</source>
        <translation>Сертификату %1 нет доверия: %2.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not the one that was accepted for this server.</source>
        <translation>Сертификат %1 — не тот, который приняли для этого сервера.</translation>
    </message>
    <message>
        <source>The page %1 is larger than any page should be.</source>
        <translation>Страница %1 больше, чем бывают страницы.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Отменено.</translation>
    </message>
    <message>
        <source>The page %1 leads to another place, which is not followed.</source>
        <translation>Страница %1 ведёт в другое место; туда не переходим.</translation>
    </message>
    <message>
        <source>This user may not see or change %1.</source>
        <translation>Этому пользователю нельзя видеть или менять %1.</translation>
    </message>
    <message>
        <source>Log in as an administrator with the right to manage this environment.</source>
        <translation>Войдите как администратор с правом управлять этой средой.</translation>
    </message>
    <message>
        <source>There is no page %1 on the server.</source>
        <translation>На сервере нет страницы %1.</translation>
    </message>
    <message>
        <source>Find the page of the domain&apos;s PBX environment in WebAdmin and put its address into the server&apos;s settings.</source>
        <translation>Найдите в WebAdmin страницу среды PBX домена и впишите её адрес в настройки сервера.</translation>
    </message>
    <message>
        <source>The archive is larger than the server&apos;s limit for requests.</source>
        <translation>Архив больше, чем сервер принимает за один запрос.</translation>
    </message>
    <message>
        <source>Send it in parts, or raise HTTPRequestSizeLimit in the settings of the listener.</source>
        <translation>Отправьте его по частям или повысьте HTTPRequestSizeLimit в настройках порта.</translation>
    </message>
    <message>
        <source>The server refused %1 with the status %2.</source>
        <translation>Сервер отказал странице %1 с состоянием %2.</translation>
    </message>
    <message>
        <source>The page %1 did not come in time.</source>
        <translation>Страница %1 не пришла вовремя.</translation>
    </message>
    <message>
        <source>The server closed the connection before its answer was complete.</source>
        <translation>Сервер закрыл соединение, не дослав ответа.</translation>
    </message>
    <message>
        <source>The page %1 can&apos;t be reached: %2.</source>
        <translation>До страницы %1 не добраться: %2.</translation>
    </message>
    <message>
        <source>Check the address of the WebAdmin page in the server&apos;s settings.</source>
        <translation>Проверьте адрес страницы WebAdmin в настройках сервера.</translation>
    </message>
    <message>
        <source>“%1” is no address of a WebAdmin page.</source>
        <translation>«%1» — не адрес страницы WebAdmin.</translation>
    </message>
    <message>
        <source>Give one such as https://mail.example.com:9010/.</source>
        <translation>Укажите вида https://mail.example.com:9010/.</translation>
    </message>
    <message>
        <source>The archive can&apos;t be read.</source>
        <translation>Архив не читается.</translation>
    </message>
</context>
<context>
    <name>WhatsThis</name>
    <message>
        <source>The environments of the server and of every domain. A file that a domain lacks comes from the server&apos;s environment, then from the stock one, and is marked with where it comes from. Languages are folders. The context menu overrides a file from above, reverts to it, and says why a call gets this file.</source>
        <translation>Среды сервера и каждого домена. Файл, которого нет в домене, берётся из среды сервера, а затем из поставки, и помечен тем, откуда он. Языки — это папки. Контекстное меню переопределяет файл вышестоящего слоя, возвращает к нему и объясняет, почему звонок получит именно этот файл.</translation>
    </message>
    <message>
        <source>A program (.sppr) or module (.sppi) in CG/PL. What is wrong is underlined while you type; the light mends it where it can. F1 tells about the built-in under the cursor, Ctrl+Space completes.</source>
        <translation>Программа (.sppr) или модуль (.sppi) на CG/PL. Ошибки подчёркиваются по мере ввода; лампочка исправляет то, что может. F1 рассказывает о встроенной функции под курсором, Ctrl+Пробел дополняет слово.</translation>
    </message>
    <message>
        <source>The menu an auto-attendant speaks. Each department gets the next free digit in this order; digits of the directory prefix are left out, being the first digits of extensions; operator comes last and gets 0. Drag rows, or move them with Alt+Up and Alt+Down.</source>
        <translation>Меню, которое произносит секретарь. Отделы по порядку получают очередную свободную цифру; цифры префикса номеров пропускаются: с них начинаются внутренние номера; operator всегда последний и получает 0. Перетаскивайте строки мышью или двигайте их клавишами Alt+Вверх и Alt+Вниз.</translation>
    </message>
    <message>
        <source>What each key of the caller&apos;s phone does in this menu.</source>
        <translation>Что делает в этом меню каждая клавиша телефона звонящего.</translation>
    </message>
    <message>
        <source>The accounts of a domain: names they are called by, language, working hours, diverts and rules.</source>
        <translation>Учётные записи домена: имена, по которым им звонят, язык, рабочие часы, переадресации и правила.</translation>
    </message>
    <message>
        <source>Working hours: the same on each working day. Drag over days and hours to set both; a click on a day makes it a working day or a day off. By keyboard: arrows move, Shift with arrows selects, Enter sets the hours, Space turns the day.</source>
        <translation>Рабочие часы, одинаковые в каждый рабочий день. Проведите мышью по дням и часам, чтобы задать и те и другие; щелчок по дню делает его рабочим или выходным. С клавиатуры: стрелки двигают, Shift со стрелками выделяет, Enter задаёт часы, Пробел переключает день.</translation>
    </message>
    <message>
        <source>What a caller gets at each hour of the week, found by routing a call. Click an hour, or press Enter on it, to place that call as if it were then.</source>
        <translation>Что получит звонящий в каждый час недели: это найдено маршрутизацией звонка. Щёлкните по часу или нажмите на нём Enter, чтобы позвонить так, будто он наступил.</translation>
    </message>
    <message>
        <source>Every prompt in every language: present, inherited, missing, unused, out of date because its text was changed after it was recorded, or in a format the server does not play.</source>
        <translation>Все подсказки на всех языках: есть, унаследована, отсутствует, не используется, устарела (текст изменён после записи) или в формате, который сервер не играет.</translation>
    </message>
    <message>
        <source>The sound of the prompt. Drag to select, or use Shift with the arrow keys; the selection can be played and cut off.</source>
        <translation>Звук подсказки. Выделяйте мышью или клавишами Shift со стрелками; выделенное можно прослушать и обрезать.</translation>
    </message>
    <message>
        <source>What differs between this workspace and the server, and what a push would do. Nothing is sent before you say so; everything a push replaces is kept and can be brought back from the history.</source>
        <translation>Чем это рабочее пространство отличается от сервера и что сделает отправка. Без вашего согласия ничего не отправляется; всё, что отправка заменяет, сохраняется, и это можно вернуть из истории.</translation>
    </message>
    <message>
        <source>Looks for a text in all programs, settings, prompt texts and scenarios of the workspace.</source>
        <translation>Ищет текст во всех программах, настройках, текстах подсказок и сценариях рабочего пространства.</translation>
    </message>
    <message>
        <source>A phone that calls your programs inside this window. Dial a number, an account, or program#account; keys of the keyboard work as well. Nothing leaves this computer.</source>
        <translation>Телефон, который звонит вашим программам внутри этого окна. Наберите номер, учётную запись или программа#запись; клавиши клавиатуры тоже работают. Этот компьютер ничего не покидает.</translation>
    </message>
    <message>
        <source>The keys of the caller&apos;s phone: click them, or type digits, * and #.</source>
        <translation>Клавиши телефона звонящего: щёлкайте по ним или набирайте цифры, * и #.</translation>
    </message>
    <message>
        <source>What happened in the call, with its time. Enter goes to the line of the program that caused it; a prompt can be heard again. The call can be saved as a scenario, which tests it from then on.</source>
        <translation>Что происходило в звонке и когда. Enter переходит к строке программы, которая это вызвала; подсказку можно прослушать снова. Звонок можно сохранить как сценарий, который с этих пор его проверяет.</translation>
    </message>
    <message>
        <source>Mail the programs sent during the call. It is shown here and goes nowhere.</source>
        <translation>Почта, которую программы отправили во время звонка. Она показана здесь и никуда не уходит.</translation>
    </message>
    <message>
        <source>The phones of the accounts: let them answer, ring, be busy or be switched off when a call reaches them.</source>
        <translation>Телефоны учётных записей: пусть отвечают, звонят, будут заняты или выключены, когда до них дойдёт звонок.</translation>
    </message>
    <message>
        <source>What is wrong in the open files and in the workspace. Enter goes there; where there is a remedy, Alt+Enter or a click on it mends the problem.</source>
        <translation>Что не так в открытых файлах и в рабочем пространстве. Enter переходит к месту; если исправление предложено, его выполняет Alt+Enter или щелчок.</translation>
    </message>
    <message>
        <source>Calls kept as tests. Running them says which still go as they should; Enter on a failure goes to the line that was not met.</source>
        <translation>Звонки, сохранённые как проверки. Запуск покажет, какие из них идут как надо; Enter на ошибке переходит к строке, которая не выполнена.</translation>
    </message>
    <message>
        <source>Every built-in procedure and function of CG/PL, also without a network.</source>
        <translation>Все встроенные процедуры и функции CG/PL, без сети.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Sun</source>
        <translation>вс</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>пн</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>вт</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>ср</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>чт</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>пт</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>сб</translation>
    </message>
    <message>
        <source>%1 %2 in %3</source>
        <translation>%1 %2 (%3)</translation>
    </message>
    <message>
        <source>%1 is no working day, as none is set</source>
        <translation>%1 — не рабочий день: рабочие дни не заданы</translation>
    </message>
    <message>
        <source>%1 is outside working hours, which end when they start (%2)</source>
        <translation>%1 — вне рабочих часов: они кончаются тогда же, когда начинаются (%2)</translation>
    </message>
    <message>
        <source>%1 is within %2 %3</source>
        <translation>%1 — в рабочих часах %2 %3</translation>
    </message>
    <message>
        <source>%1 is no working day (%2)</source>
        <translation>%1 — не рабочий день (%2)</translation>
    </message>
    <message>
        <source>%1 is outside %2 %3</source>
        <translation>%1 — вне рабочих часов %2 %3</translation>
    </message>
    <message>
        <source>no key is left</source>
        <translation>свободных клавиш нет</translation>
    </message>
    <message>
        <source>the next free key is %1</source>
        <translation>следующая свободная клавиша — %1</translation>
    </message>
    <message>
        <source>%1 is kept for extensions</source>
        <translation>%1 оставлена для внутренних номеров</translation>
    </message>
    <message>
        <source>the operator is always last and has 0</source>
        <translation>оператор всегда последний, на 0</translation>
    </message>
    <message>
        <source>The domain %1 is not in the workspace, so the call leaves it.</source>
        <translation>Домена %1 нет в рабочем пространстве, поэтому звонок уходит наружу.</translation>
    </message>
    <message>
        <source>No rule takes the call at this stage.</source>
        <translation>На этой ступени звонок не берёт ни одно правило.</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>и ещё %1</translation>
    </message>
    <message>
        <source>This is no address.</source>
        <translation>Это не адрес.</translation>
    </message>
    <message>
        <source>server&apos;s rule %1</source>
        <translation>правило сервера %1</translation>
    </message>
    <message>
        <source>One call has touched %1 addresses; from this one on the rest is left out.</source>
        <translation>Звонок затронул %1 адресов; дальнейшие опущены.</translation>
    </message>
    <message>
        <source>The call was passed on more than %1 times.</source>
        <translation>Звонок переадресован больше %1 раз.</translation>
    </message>
    <message>
        <source>No account is named to run the program.</source>
        <translation>Не названа учётная запись, от имени которой работать программе.</translation>
    </message>
    <message>
        <source>No account %1 runs the program.</source>
        <translation>Нет учётной записи %1, от имени которой работать программе.</translation>
    </message>
    <message>
        <source>The address names the program; rules are not applied.</source>
        <translation>Программа названа в адресе; правила не применяются.</translation>
    </message>
    <message>
        <source>%1 is an alias of %2.</source>
        <translation>%1 — псевдоним %2.</translation>
    </message>
    <message>
        <source>%1 is a telephone number of %2.</source>
        <translation>%1 — телефонный номер %2.</translation>
    </message>
    <message>
        <source>Nobody has the name %1, and the server sends 7nn to pbx.</source>
        <translation>Имени %1 нет ни у кого, а номера 7nn сервер направляет на pbx.</translation>
    </message>
    <message>
        <source>7nn goes to pbx, but %1 has no account pbx.</source>
        <translation>7nn направляются на pbx, но в %1 нет учётной записи pbx.</translation>
    </message>
    <message>
        <source>*NN is a service of the caller&apos;s account, and the caller has none here.</source>
        <translation>*NN — услуга учётной записи звонящего, а у него здесь её нет.</translation>
    </message>
    <message>
        <source>No account has the number %1.</source>
        <translation>Номера %1 нет ни у одной учётной записи.</translation>
    </message>
    <message>
        <source>Nobody has the name %1, and the server sends *NN to the program service of the caller&apos;s account.</source>
        <translation>Имени %1 нет ни у кого, а *NN сервер направляет в программу service учётной записи звонящего.</translation>
    </message>
    <message>
        <source>Nobody has the name %1, and the server sends * and a number to that account&apos;s voice mail.</source>
        <translation>Имени %1 нет ни у кого, а * и номер сервер направляет в голосовую почту этой учётной записи.</translation>
    </message>
    <message>
        <source>No account, alias, number, forwarder or group of %1 has the name %2.</source>
        <translation>В %1 нет учётной записи, псевдонима, номера, переадресатора или группы с именем %2.</translation>
    </message>
    <message>
        <source>%1 is a forwarder to %2.</source>
        <translation>%1 — переадресатор на %2.</translation>
    </message>
    <message>
        <source>The group of all accounts can&apos;t be called.</source>
        <translation>Группе всех учётных записей звонить нельзя.</translation>
    </message>
    <message>
        <source>%1 is a group, and its members ring together.</source>
        <translation>%1 — группа, её участники звонят одновременно.</translation>
    </message>
    <message>
        <source>The group has no members.</source>
        <translation>В группе нет участников.</translation>
    </message>
    <message>
        <source>The call came back to %1, whose own rule had sent it away.</source>
        <translation>Звонок вернулся к %1, чьё же правило его отослало.</translation>
    </message>
    <message>
        <source>A call to oneself starts the program service.</source>
        <translation>Звонок самому себе запускает программу service.</translation>
    </message>
    <message>
        <source>services=no leaves out rules and diverts, so the phones ring.</source>
        <translation>services=no пропускает правила и переадресацию, поэтому звонят телефоны.</translation>
    </message>
    <message>
        <source>The server&apos;s rule %1 has ended all rules, so the phones ring.</source>
        <translation>Правило сервера %1 прекратило все правила, поэтому звонят телефоны.</translation>
    </message>
    <message>
        <source>%1 has ended the rules without sending the call elsewhere, so the phones ring.</source>
        <translation>%1 прекращает правила, никуда не отсылая звонок, поэтому звонят телефоны.</translation>
    </message>
    <message>
        <source>No rule sends the call elsewhere at once, so the phones ring.</source>
        <translation>Ни одно правило не отсылает звонок сразу, поэтому звонят телефоны.</translation>
    </message>
    <message>
        <source>%1: not yet, it acts after %2 s without an answer</source>
        <translation>%1: ещё рано, действует через %2 с без ответа</translation>
    </message>
    <message>
        <source>%1: not yet, it acts when nobody answers</source>
        <translation>%1: ещё рано, действует, если никто не отвечает</translation>
    </message>
    <message>
        <source>%1: not yet, it acts when the phones are busy</source>
        <translation>%1: ещё рано, действует, если телефоны заняты</translation>
    </message>
    <message>
        <source>%1: not yet, it acts when the call fails otherwise</source>
        <translation>%1: ещё рано, действует при другой неудаче</translation>
    </message>
    <message>
        <source>No phone of %1 is registered.</source>
        <translation>Ни один телефон %1 не зарегистрирован.</translation>
    </message>
    <message>
        <source>%1: priority lower, stopped by rule %2</source>
        <translation>%1: приоритет ниже, остановлено правилом %2</translation>
    </message>
    <message>
        <source>%1: not reached, %2 ended the rules</source>
        <translation>%1: не дошло, правила прекратило %2</translation>
    </message>
    <message>
        <source>%1: rule disabled</source>
        <translation>%1: правило выключено</translation>
    </message>
    <message>
        <source>it has no condition that could fail</source>
        <translation>в нём нет условия, которое могло бы не выполниться</translation>
    </message>
    <message>
        <source>%1: its redirect was replaced by %2</source>
        <translation>%1: его переадресация заменена правилом %2</translation>
    </message>
    <message>
        <source>%1: ended the rules (%2)</source>
        <translation>%1: прекратило правила (%2)</translation>
    </message>
    <message>
        <source>it is %1, later than %2</source>
        <translation>сейчас %1, позже %2</translation>
    </message>
    <message>
        <source>it is %1, not later than %2</source>
        <translation>сейчас %1, не позже %2</translation>
    </message>
    <message>
        <source>it is %1, earlier than %2</source>
        <translation>сейчас %1, раньше %2</translation>
    </message>
    <message>
        <source>it is %1, not earlier than %2</source>
        <translation>сейчас %1, не раньше %2</translation>
    </message>
    <message>
        <source>it is %1, within %2</source>
        <translation>сейчас %1, в пределах %2</translation>
    </message>
    <message>
        <source>it is %1, outside %2</source>
        <translation>сейчас %1, вне %2</translation>
    </message>
    <message>
        <source>it is %1, one of %2</source>
        <translation>сейчас %1, один из %2</translation>
    </message>
    <message>
        <source>it is %1, none of %2</source>
        <translation>сейчас %1, ни один из %2</translation>
    </message>
    <message>
        <source>%1 is %2, more than %3</source>
        <translation>%1: %2, больше %3</translation>
    </message>
    <message>
        <source>%1 is %2, not more than %3</source>
        <translation>%1: %2, не больше %3</translation>
    </message>
    <message>
        <source>%1 is %2, less than %3</source>
        <translation>%1: %2, меньше %3</translation>
    </message>
    <message>
        <source>%1 is %2, not less than %3</source>
        <translation>%1: %2, не меньше %3</translation>
    </message>
    <message>
        <source>%1 is %2, which fits &quot;%3&quot;</source>
        <translation>%1: %2, подходит под «%3»</translation>
    </message>
    <message>
        <source>%1 is %2, which does not fit &quot;%3&quot;</source>
        <translation>%1: %2, не подходит под «%3»</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>FreeBusy is %1, as %2</source>
        <translation>FreeBusy: %1, так как %2</translation>
    </message>
    <message>
        <source>FreeBusy is %1, not %2, as %3</source>
        <translation>FreeBusy: %1, а не %2, так как %3</translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>conditions on preferences never hold here</source>
        <translation>условия по предпочтениям здесь никогда не выполняются</translation>
    </message>
    <message>
        <source>%1 can&apos;t be judged here</source>
        <translation>%1 здесь не проверить</translation>
    </message>
    <message>
        <source>no rule of %1 starts a program, so nobody hears its menu: add a rule that redirects calls to #pbx</source>
        <translation>ни одно правило %1 не запускает программу, и меню никто не услышит: добавьте правило, переадресующее звонки на #pbx</translation>
    </message>
    <message>
        <source>%1 lacks the right CanImpersonate, without which it can&apos;t place calls for others</source>
        <translation>у %1 нет права CanImpersonate, без которого нельзя звонить за других</translation>
    </message>
    <message>
        <source>the directory prefix %1 takes every key from 1 to 9, so no department can be reached: shorten it</source>
        <translation>префикс номеров %1 занимает все клавиши от 1 до 9, и ни один отдел недоступен: сократите его</translation>
    </message>
    <message>
        <source>%1 has no account, alias, group or forwarder %2, so callers who choose it hear &quot;failure&quot;</source>
        <translation>в %1 нет учётной записи, псевдонима, группы или переадресатора %2: выбравшие его услышат «failure»</translation>
    </message>
    <message>
        <source>no key is left for the department %1: it is neither spoken nor reachable. Shorten the menu or the directory prefix</source>
        <translation>для отдела %1 не осталось клавиши: он не звучит и недоступен. Сократите меню или префикс номеров</translation>
    </message>
    <message>
        <source>key %1 of %2</source>
        <translation>клавиша %1 у %2</translation>
    </message>
    <message>
        <source>the default language</source>
        <translation>язык по умолчанию</translation>
    </message>
    <message>
        <source>the menu of %1 needs the prompt %2 in %3: record it as %4.wav</source>
        <translation>меню %1 требует подсказку %2 (язык: %3): запишите её как %4.wav</translation>
    </message>
    <message>
        <source>the attendant %1 needs in %2: %3</source>
        <translation>секретарю %1 (язык: %2) не хватает: %3</translation>
    </message>
    <message>
        <source>no account has a number of %1 digits that begins with %2: callers can dial no extension. Add aliases or change prefix and digits</source>
        <translation>ни у кого нет номера из %1 цифр, который начинается с %2: звонящие не наберут ни одного внутреннего номера. Добавьте псевдонимы или измените префикс и число цифр</translation>
    </message>
    <message>
        <source>callers of %1 can&apos;t dial %2: only numbers that begin with %3 are extensions there</source>
        <translation>звонящие на %1 не наберут %2: внутренние номера там начинаются только с %3</translation>
    </message>
    <message>
        <source>entry</source>
        <translation>вход (entry)</translation>
    </message>
    <message>
        <source>procedure</source>
        <translation>процедура</translation>
    </message>
    <message>
        <source>function</source>
        <translation>функция</translation>
    </message>
    <message>
        <source>no layer of the environment has the module %1.sppi, which comes with the server</source>
        <translation>ни в одном слое среды нет модуля %1.sppi, который идёт с сервером</translation>
    </message>
    <message>
        <source>%1 has no %2 %3: a call ends the program</source>
        <translation>в %1 не найдено: %2 %3; вызов завершит программу</translation>
    </message>
    <message>
        <source>%1 has no %2 %3: did you mean %4?</source>
        <translation>в %1 не найдено: %2 %3; может быть, %4?</translation>
    </message>
    <message>
        <source>no arguments</source>
        <translation>аргументов: 0</translation>
    </message>
    <message>
        <source>one argument</source>
        <translation>аргументов: 1</translation>
    </message>
    <message>
        <source>%1 arguments</source>
        <translation>аргументов: %1</translation>
    </message>
    <message>
        <source>the program has no entry main: no call can start it</source>
        <translation>в программе нет входа main: её не запустит ни один звонок</translation>
    </message>
    <message>
        <source>no layer of the environment has the module %1.sppi: a call ends the program</source>
        <translation>ни в одном слое среды нет модуля %1.sppi: вызов завершит программу</translation>
    </message>
    <message>
        <source>%1 is a %2 in %3 and a %4 here: declare and call it as what it is</source>
        <translation>%1 в %3 — %2, а здесь — %4: объявите и вызывайте так, как определено</translation>
    </message>
    <message>
        <source>%1 takes %2 in %3, and %4 is given</source>
        <translation>%1 в %3 принимает %2, а передано: %4</translation>
    </message>
    <message>
        <source>%1 takes %2 in %3, and %4 are given</source>
        <translation>%1 в %3 принимает %2, а передано: %4</translation>
    </message>
    <message>
        <source>no layer of the environment has the module %1.sppi: the call ends the program</source>
        <translation>ни в одном слое среды нет модуля %1.sppi: этот вызов завершит программу</translation>
    </message>
    <message>
        <source>%1 has no %2 %3: the call ends the program</source>
        <translation>в %1 не найдено: %2 %3; этот вызов завершит программу</translation>
    </message>
    <message>
        <source>no layer and no language has a prompt %1: record it as %2.wav</source>
        <translation>ни в одном слое и ни на одном языке нет подсказки %1: запишите её как %2.wav</translation>
    </message>
    <message>
        <source>default language</source>
        <translation>язык по умолчанию</translation>
    </message>
    <message>
        <source>no prompt %1 for calls to %2: record it as %3.wav</source>
        <translation>нет подсказки %1 для звонков на %2: запишите её как %3.wav</translation>
    </message>
    <message>
        <source>nobody hears this: the call is not answered yet. Call AcceptCall() or ProvisionCall() above</source>
        <translation>этого никто не услышит: на звонок ещё не ответили. Вызовите выше AcceptCall() или ProvisionCall()</translation>
    </message>
    <message>
        <source>nobody hears this or any later prompt: the event sent in line %1 is still unread. Read it with ReadInput() first</source>
        <translation>ни эту, ни следующие подсказки никто не услышит: событие, отправленное в строке %1, ещё не прочитано. Сначала прочтите его через ReadInput()</translation>
    </message>
    <message>
        <source>the first key pressed silences this for good: the loop plays on and never reads or clears keys. Call ReadInput(0) or ClearDTMF() in it</source>
        <translation>первая же нажатая клавиша заглушит это навсегда: цикл продолжает играть и не читает и не сбрасывает клавиши. Вызовите в нём ReadInput(0) или ClearDTMF()</translation>
    </message>
    <message>
        <source>the forwarder %1</source>
        <translation>переадресатор %1</translation>
    </message>
    <message>
        <source>the group %1</source>
        <translation>группа %1</translation>
    </message>
    <message>
        <source>the rule &quot;%1&quot;</source>
        <translation>правило «%1»</translation>
    </message>
    <message>
        <source>%1 names nobody to ring: add an address such as #program or name</source>
        <translation>%1 не называет, кому звонить: добавьте адрес, например #программа или имя</translation>
    </message>
    <message>
        <source>%1 names nobody to divert to: add an address such as #program or name</source>
        <translation>%1 не называет, куда переадресовать: добавьте адрес, например #программа или имя</translation>
    </message>
    <message>
        <source>the rule &quot;%1&quot; asks for the day &quot;%2&quot;, which never comes: write Sun, Mon, …</source>
        <translation>правило «%1» ждёт дня «%2», который никогда не наступит: пишите Sun, Mon, …</translation>
    </message>
    <message>
        <source>the rule &quot;%1&quot; asks for the time %2, which never comes: times go from 00:00 to 24:00</source>
        <translation>правило «%1» ждёт времени %2, которое никогда не наступит: время бывает от 00:00 до 24:00</translation>
    </message>
    <message>
        <source>%1 goes on to &quot;%2&quot;, which is no address: write name, name@domain, #program or program{parameter}#account</source>
        <translation>%1 ведёт на «%2», а это не адрес: пишите имя, имя@домен, #программа или программа{параметр}#запись</translation>
    </message>
    <message>
        <source>; %1 leads there and is answered with &quot;failure&quot;</source>
        <translation>; туда ведёт %1, и в ответ звучит «failure»</translation>
    </message>
    <message>
        <source>%1 goes on to %2, but no layer of the environment has %3.sppr%4: add the program or change the address</source>
        <translation>%1 ведёт на %2, но ни в одном слое среды нет %3.sppr%4: добавьте программу или измените адрес</translation>
    </message>
    <message>
        <source>%1 goes on to %2, but %3 has no account, alias, group or forwarder %4</source>
        <translation>%1 ведёт на %2, но в %3 нет учётной записи, псевдонима, группы или переадресатора %4</translation>
    </message>
    <message>
        <source>%1 goes on to %2, but %3 has no account, alias, group or forwarder %4: did you mean %5?</source>
        <translation>%1 ведёт на %2, но в %3 нет учётной записи, псевдонима, группы или переадресатора %4: может быть, %5?</translation>
    </message>
    <message>
        <source>calls to %1 go round in a circle%2%3 and end with %4: let one of them lead elsewhere</source>
        <translation>звонки %1 ходят по кругу%2%3 и кончаются ответом %4: пусть кто-то из них ведёт в другое место</translation>
    </message>
    <message>
        <source> to itself</source>
        <translation> сами к себе</translation>
    </message>
    <message>
        <source> with %1</source>
        <translation> вместе с %1</translation>
    </message>
    <message>
        <source> at some hours of the week</source>
        <translation> в некоторые часы недели</translation>
    </message>
    <message>
        <source>no layer has prompts in a language %1, so the default ones are heard</source>
        <translation>ни в одном слое нет подсказок на языке %1, поэтому звучат подсказки по умолчанию</translation>
    </message>
    <message>
        <source>no layer has prompts in a language %1, so the default ones are heard: did you mean %2?</source>
        <translation>ни в одном слое нет подсказок на языке %1, поэтому звучат подсказки по умолчанию: может быть, %2?</translation>
    </message>
    <message>
        <source>%1 of %2 is not a dictionary; it is not used.</source>
        <translation>%1 у %2 — не словарь; не используется.</translation>
    </message>
    <message>
        <source>%1 of %2 holds something that is no name; it is left out.</source>
        <translation>В %1 у %2 есть что-то, что не имя; оно пропущено.</translation>
    </message>
    <message>
        <source>%1 is a dictionary; write a list, as in (first,second). It is taken as empty.</source>
        <translation>%1 — словарь; напишите список, например (first,second). Пока он считается пустым.</translation>
    </message>
    <message>
        <source>%1 holds something that is no name; it is left out.</source>
        <translation>В %1 есть что-то, что не имя; оно пропущено.</translation>
    </message>
    <message>
        <source>ReceptDirDigits is not a number of digits from 1 up; 3 is used.</source>
        <translation>ReceptDirDigits — не число цифр от 1 и выше; берётся 3.</translation>
    </message>
    <message>
        <source>ReceptDirDigits is %1: nobody has or dials so long an extension.</source>
        <translation>ReceptDirDigits равно %1: таких длинных внутренних номеров не бывает.</translation>
    </message>
    <message>
        <source>ReceptDirPrefix is not a text of digits; it is taken as empty.</source>
        <translation>ReceptDirPrefix — не строка цифр; он считается пустым.</translation>
    </message>
    <message>
        <source>Language is not the name of a language; the default one is used.</source>
        <translation>Language — не название языка; используется язык по умолчанию.</translation>
    </message>
    <message>
        <source>WorkDays is not a list of days, as in (Mon,Tue,Wed); what is no text in it is left out.</source>
        <translation>WorkDays — не список дней вроде (Mon,Tue,Wed); всё, что в нём не текст, пропущено.</translation>
    </message>
    <message>
        <source>WorkDays names &quot;%1&quot;, which is no day of the week: write Mon, Tue, …</source>
        <translation>В WorkDays указано «%1», а это не день недели: пишите Mon, Tue, …</translation>
    </message>
    <message>
        <source>No working day is set: it is always after hours.</source>
        <translation>Рабочие дни не заданы: всегда нерабочее время.</translation>
    </message>
    <message>
        <source>%1 is not a number of seconds from 0 to 86400; the server&apos;s default is used.</source>
        <translation>%1 — не число секунд от 0 до 86400; берётся значение сервера по умолчанию.</translation>
    </message>
    <message>
        <source>The working day ends when it starts (%1): it is always after hours.</source>
        <translation>Рабочий день кончается тогда же, когда начинается (%1): всегда нерабочее время.</translation>
    </message>
    <message>
        <source>The working day ends before it starts (%1–%2): it is taken as a span over midnight.</source>
        <translation>Рабочий день кончается раньше, чем начинается (%1–%2): считается, что он длится через полночь.</translation>
    </message>
    <message>
        <source>TimeZone is not the name of a zone; the zone of the workspace is used.</source>
        <translation>TimeZone — не название часового пояса; используется пояс рабочего пространства.</translation>
    </message>
    <message>
        <source>The settings of %1 are not a dictionary; none of them is used.</source>
        <translation>Настройки %1 — не словарь; ни одна из них не используется.</translation>
    </message>
    <message>
        <source>account</source>
        <translation>учётная запись</translation>
    </message>
    <message>
        <source>alias</source>
        <translation>псевдоним</translation>
    </message>
    <message>
        <source>telephone number</source>
        <translation>телефонный номер</translation>
    </message>
    <message>
        <source>forwarder</source>
        <translation>переадресатор</translation>
    </message>
    <message>
        <source>group</source>
        <translation>группа</translation>
    </message>
    <message>
        <source>Preferences of the server is not a dictionary; it is not used.</source>
        <translation>Preferences сервера — не словарь; не используется.</translation>
    </message>
    <message>
        <source>The name &quot;%1&quot; is both %2 and %3 in %4; the %5 counts.</source>
        <translation>Имя «%1» в %4 — это и %2, и %3; действует %5.</translation>
    </message>
    <message>
        <source>The settings of the domain %1 are not a dictionary; none of them is used.</source>
        <translation>Настройки домена %1 — не словарь; ни одна из них не используется.</translation>
    </message>
    <message>
        <source>%1 of the domain %2 is not a dictionary; it is not used.</source>
        <translation>%1 домена %2 — не словарь; не используется.</translation>
    </message>
    <message>
        <source>The forwarder &quot;%1&quot; has no usable name or address; it is left out.</source>
        <translation>У переадресатора «%1» негодное имя или адрес; он пропущен.</translation>
    </message>
    <message>
        <source>The group &quot;%1&quot; has a name or a member that can&apos;t be used.</source>
        <translation>У группы «%1» негодное имя или негодный участник.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no name of an account; the file is not used.</source>
        <translation>«%1» — не имя учётной записи; файл не используется.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; can&apos;t be a name of %2.</source>
        <translation>«%1» не может быть именем %2.</translation>
    </message>
    <message>
        <source>The department menu has an empty entry; it is skipped.</source>
        <translation>В меню отделов есть пустой пункт; он пропущен.</translation>
    </message>
    <message>
        <source>The department menu names &quot;%1&quot; twice.</source>
        <translation>В меню отделов «%1» указан дважды.</translation>
    </message>
    <message>
        <source>The directory prefix %1 keeps every key from 1 to 9 for extensions, so no department has a key; shorten ReceptDirPrefix.</source>
        <translation>Префикс номеров %1 оставляет все клавиши от 1 до 9 для внутренних номеров, поэтому ни у одного отдела клавиши нет; укоротите ReceptDirPrefix.</translation>
    </message>
    <message>
        <source>No key is left for department &quot;%1&quot;: it is neither spoken nor reachable.</source>
        <translation>Отделу «%1» не хватило клавиши: его не называют, и дозвониться до него нельзя.</translation>
    </message>
    <message>
        <source>No key is left for %1 departments, &quot;%2&quot; first: they are neither spoken nor reachable.</source>
        <translation>Клавиш не хватило отделам (их %1, первый — «%2»): их не называют, и дозвониться до них нельзя.</translation>
    </message>
    <message>
        <source>The directory prefix holds something that is no digit.</source>
        <translation>В префиксе номеров есть не только цифры.</translation>
    </message>
    <message>
        <source>The operator has 0, so extensions beginning with 0 can&apos;t be dialled.</source>
        <translation>На 0 — оператор, поэтому внутренние номера, начинающиеся с 0, не набрать.</translation>
    </message>
    <message>
        <source>Department &quot;%1&quot; is no account, alias, group or forwarder of %2.</source>
        <translation>Отдел «%1» — не учётная запись, псевдоним, группа или переадресатор в %2.</translation>
    </message>
    <message>
        <source>%1 more departments are unknown in %2.</source>
        <translation>Неизвестных отделов в %2 ещё %1.</translation>
    </message>
    <message>
        <source>rule %1</source>
        <translation>правило %1</translation>
    </message>
    <message>
        <source>%1: %2 names no address, so it does nothing.</source>
        <translation>%1: в %2 нет адреса, поэтому действие ничего не делает.</translation>
    </message>
    <message>
        <source>%1: Reject with &quot;%2&quot; names no code from 300 to 699; 603 is used.</source>
        <translation>%1: в Reject with «%2» нет кода от 300 до 699; берётся 603.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; without an operator</source>
        <translation>«%1» без оператора сравнения</translation>
    </message>
    <message>
        <source>&quot;%1&quot; without a value</source>
        <translation>«%1» без значения</translation>
    </message>
    <message>
        <source>The condition Preference can&apos;t be judged here; it is taken as not holding.</source>
        <translation>Условие Preference здесь не проверить; считается, что оно не выполнено.</translation>
    </message>
    <message>
        <source>The condition %1 can&apos;t be judged here; it is taken as holding.</source>
        <translation>Условие %1 здесь не проверить; считается, что оно выполнено.</translation>
    </message>
    <message>
        <source>The condition %1 can&apos;t be judged here; it is taken as not holding.</source>
        <translation>Условие %1 здесь не проверить; считается, что оно не выполнено.</translation>
    </message>
    <message>
        <source>The hours are judged in GMT: %1</source>
        <translation>Часы проверяются по GMT: %1</translation>
    </message>
    <message>
        <source>A rule is an array of priority, name, conditions and actions; this one is left out.</source>
        <translation>Правило — это массив из приоритета, имени, условий и действий; это правило пропущено.</translation>
    </message>
    <message>
        <source>The priority and the name of a rule are texts; this rule is left out.</source>
        <translation>Приоритет и имя правила — строки; это правило пропущено.</translation>
    </message>
    <message>
        <source>The conditions of rule &quot;%1&quot; are not arrays of texts; the rule is left out.</source>
        <translation>Условия правила «%1» — не массивы строк; правило пропущено.</translation>
    </message>
    <message>
        <source>The actions of rule &quot;%1&quot; are not arrays of texts; the rule is left out.</source>
        <translation>Действия правила «%1» — не массивы строк; правило пропущено.</translation>
    </message>
    <message>
        <source>Reject with &quot;%1&quot; of rule &quot;%2&quot; names no code from 300 to 699; 603 is used.</source>
        <translation>В Reject with «%1» правила «%2» нет кода от 300 до 699; берётся 603.</translation>
    </message>
    <message>
        <source>SignalRules is not an array; no rule was read.</source>
        <translation>SignalRules — не массив; ни одно правило не прочитано.</translation>
    </message>
    <message>
        <source>The priority &quot;%1&quot; of rule &quot;%2&quot; is none the server uses; the rule counts as inactive.</source>
        <translation>Приоритета «%1», как у правила «%2», у сервера не бывает; правило считается выключенным.</translation>
    </message>
    <message>
        <source>TimeZone names &quot;%1&quot;, which neither the server nor this system knows; GMT is used. Write a name like Europe/Berlin.</source>
        <translation>В TimeZone указано «%1», но такого часового пояса не знают ни сервер, ни эта система; используется GMT. Напишите название вроде Europe/Berlin.</translation>
    </message>
    <message>
        <source>A folder has this name; choose another name.</source>
        <translation>Так называется папка; выберите другое имя.</translation>
    </message>
    <message>
        <source>The folder %1 is missing; make it and save again.</source>
        <translation>Папки %1 нет; создайте её и сохраните снова.</translation>
    </message>
    <message>
        <source>The folder %1 can&apos;t be written to; change its permissions or save elsewhere.</source>
        <translation>В папку %1 нельзя писать; измените права на неё или сохраните в другом месте.</translation>
    </message>
    <message>
        <source>The file is write-protected; change its permissions or save under another name.</source>
        <translation>Файл защищён от записи; измените права на него или сохраните под другим именем.</translation>
    </message>
    <message>
        <source>Check that there is space left on the disk, then save again. The file is as it was before.</source>
        <translation>Проверьте, есть ли место на диске, и сохраните снова. Файл остался прежним.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be saved: %2. %3</source>
        <translation>%1 не сохраняется: %2. %3</translation>
    </message>
    <message>
        <source>its folder can&apos;t be made</source>
        <translation>его папку не создать</translation>
    </message>
    <message>
        <source>it is write-protected</source>
        <translation>он защищён от записи</translation>
    </message>
    <message>
        <source>%1 does not exist.</source>
        <translation>%1 не существует.</translation>
    </message>
    <message>
        <source>%1 is no regular file.</source>
        <translation>%1 — не обычный файл.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read: %2.</source>
        <translation>%1 не читается: %2.</translation>
    </message>
    <message>
        <source>%1 is larger than %2 bytes and is not read.</source>
        <translation>%1 больше %2 байт и поэтому не читается.</translation>
    </message>
    <message>
        <source>A program&apos;s file name has no path in it: nothing is looked for.</source>
        <translation>В имени файла программы не бывает пути: ничего не ищется.</translation>
    </message>
    <message>
        <source>The folder holds more than %1 files; the rest is not looked at.</source>
        <translation>Файлов в папке больше %1; остальные не просматриваются.</translation>
    </message>
    <message>
        <source>Language folders are one level deep; the folder &quot;%1&quot; inside &quot;%2&quot; is not used.</source>
        <translation>Папки языков бывают только одного уровня; папка «%1» внутри «%2» не используется.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; and &quot;%2&quot; differ only by case; they are one name on the server, and &quot;%2&quot; is used.</source>
        <translation>«%1» и «%2» различаются только регистром; на сервере это одно имя, и используется «%2».</translation>
    </message>
    <message>
        <source>The name &quot;%1&quot; is refused: it is empty.</source>
        <translation>Имя «%1» не принято: оно пустое.</translation>
    </message>
    <message>
        <source>The name &quot;%1&quot; is refused: it is longer than 100 bytes.</source>
        <translation>Имя «%1» не принято: оно длиннее 100 байт.</translation>
    </message>
    <message>
        <source>The name &quot;%1&quot; is refused: it holds a control character.</source>
        <translation>Имя «%1» не принято: в нём есть управляющий знак.</translation>
    </message>
    <message>
        <source>The name &quot;%1&quot; is refused: it is not UTF-8.</source>
        <translation>Имя «%1» не принято: оно не в UTF-8.</translation>
    </message>
    <message>
        <source>The name &quot;%1&quot; is refused: it holds a backslash.</source>
        <translation>Имя «%1» не принято: в нём есть обратная косая черта.</translation>
    </message>
    <message>
        <source>The name &quot;%1&quot; is refused: it starts with a slash.</source>
        <translation>Имя «%1» не принято: оно начинается с косой черты.</translation>
    </message>
    <message>
        <source>The name &quot;%1&quot; is refused: language folders are one level deep.</source>
        <translation>Имя «%1» не принято: папки языков бывают только одного уровня.</translation>
    </message>
    <message>
        <source>The name &quot;%1&quot; is refused: &quot;.&quot; and &quot;..&quot; are no names.</source>
        <translation>Имя «%1» не принято: «.» и «..» — не имена.</translation>
    </message>
    <message>
        <source>The name &quot;%1&quot; is refused: the part behind the slash is empty.</source>
        <translation>Имя «%1» не принято: часть после косой черты пуста.</translation>
    </message>
    <message>
        <source>The name &quot;%1&quot; has capital letters; the server keeps names in lower case.</source>
        <translation>В имени «%1» есть прописные буквы; сервер хранит имена строчными.</translation>
    </message>
    <message>
        <source>The line is not UTF-8.</source>
        <translation>Строка не в UTF-8.</translation>
    </message>
    <message>
        <source>A line is written &quot;name = text&quot;.</source>
        <translation>Строка пишется так: «имя = текст».</translation>
    </message>
    <message>
        <source>The prompt &quot;%1&quot; has a text already; the first counts.</source>
        <translation>У подсказки «%1» уже есть текст; действует первый.</translation>
    </message>
    <message>
        <source>%1 is no folder; a workspace is one.</source>
        <translation>%1 — не папка, а рабочее пространство — это папка.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read; its permissions don&apos;t allow it.</source>
        <translation>%1 не читается: не позволяют права.</translation>
    </message>
    <message>
        <source>%1 is no workspace: it has neither workspace.settings nor a folder domains or server.</source>
        <translation>%1 — не рабочее пространство: в нём нет ни workspace.settings, ни папки domains или server.</translation>
    </message>
    <message>
        <source>The workspace has no workspace.settings; defaults are used.</source>
        <translation>В рабочем пространстве нет workspace.settings; используются значения по умолчанию.</translation>
    </message>
    <message>
        <source>The default domain %1 has no folder in domains.</source>
        <translation>У домена по умолчанию %1 нет папки в domains.</translation>
    </message>
    <message>
        <source>Two folders are the domain %1; %2 is used.</source>
        <translation>Две папки — это домен %1; используется %2.</translation>
    </message>
    <message>
        <source>Two files are the account %1; the first is used.</source>
        <translation>Два файла — это учётная запись %1; используется первый.</translation>
    </message>
    <message>
        <source>A settings file holds one dictionary, {…}.</source>
        <translation>В файле настроек — один словарь, {…}.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; can&apos;t be the name of a language.</source>
        <translation>«%1» не может быть названием языка.</translation>
    </message>
    <message>
        <source>settings are a dictionary.</source>
        <translation>настройки — это словарь.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be saved: %2</source>
        <translation>%1 не сохраняется: %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; can&apos;t be the name of a domain.</source>
        <translation>«%1» не может быть именем домена.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; can&apos;t be the name of an account or a domain.</source>
        <translation>«%1» не может быть именем учётной записи или домена.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; can&apos;t be the name of a domain; write it like example.com.</source>
        <translation>«%1» не может быть именем домена; пишите его вроде example.com.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; can&apos;t be the name of a domain: it holds &quot;%2&quot;.</source>
        <translation>«%1» не может быть именем домена: в нём есть «%2».</translation>
    </message>
    <message>
        <source>%1 is a file; choose another name.</source>
        <translation>%1 — файл; выберите другое имя.</translation>
    </message>
    <message>
        <source>%1 is not empty; a new workspace needs a folder of its own.</source>
        <translation>Папка %1 не пуста; новому рабочему пространству нужна своя папка.</translation>
    </message>
    <message>
        <source>The folder %1 can&apos;t be made; check the permissions of the folder above it.</source>
        <translation>Папку %1 не создать; проверьте права на папку над ней.</translation>
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
    <message>
        <source>Open files in a window of its own, not in a running program.</source>
        <translation>Открыть файлы в отдельном окне, а не в уже запущенной программе.</translation>
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
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
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
    <message>
        <source>Ser&amp;ver</source>
        <translation>Сер&amp;вер</translation>
    </message>
    <message>
        <source>Close the Window</source>
        <translation>Закрыть окно</translation>
    </message>
    <message>
        <source>Work on the server is under way. It is stopped first, and what was begun is undone.</source>
        <translation>Идёт работа на сервере. Сначала она остановится, и начатое будет отменено.</translation>
    </message>
    <message>
        <source>&amp;Stop and Close</source>
        <translation>&amp;Остановить и закрыть</translation>
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
    <message>
        <source>Create account %1</source>
        <translation>Создать учётную запись %1</translation>
    </message>
    <message>
        <source>Create %1.sppr…</source>
        <translation>Создать %1.sppr…</translation>
    </message>
    <message numerus="yes">
        <source>Record %n prompt(s)…</source>
        <translation>
            <numerusform>Записать %n подсказку…</numerusform>
            <numerusform>Записать %n подсказки…</numerusform>
            <numerusform>Записать %n подсказок…</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Write %1</source>
        <translation>Написать %1</translation>
    </message>
    <message>
        <source>Remedy</source>
        <translation>Как исправить</translation>
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
    <message>
        <source>&amp;Speak by the Computer</source>
        <translation>&amp;Озвучить компьютером</translation>
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
    <message>
        <source>Choose a name to read what it does, what it takes and what it gives.</source>
        <translation>Выберите имя, чтобы прочитать, что оно делает, что принимает и что возвращает.</translation>
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
    <name>pbx::app::ShortcutsDialog</name>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>Сочетания клавиш</translation>
    </message>
    <message>
        <source>Find a command or its keys</source>
        <translation>Найти команду или её клавиши</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Команды</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Команда</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Меню</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Клавиши</translation>
    </message>
    <message>
        <source>&amp;New keys:</source>
        <translation>&amp;Новые клавиши:</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>Новые клавиши</translation>
    </message>
    <message>
        <source>&amp;Assign</source>
        <translation>На&amp;значить</translation>
    </message>
    <message>
        <source>N&amp;o Keys</source>
        <translation>&amp;Без клавиш</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Вернуть</translation>
    </message>
    <message>
        <source>Reset A&amp;ll</source>
        <translation>Вернуть вс&amp;е</translation>
    </message>
    <message>
        <source>These keys belong to a panel and stay.</source>
        <translation>Эти клавиши принадлежат панели и не меняются.</translation>
    </message>
    <message>
        <source>%1 is “%2” and belongs to a panel. Choose other keys.</source>
        <translation>%1 — это «%2» и принадлежит панели. Выберите другие клавиши.</translation>
    </message>
    <message>
        <source>%1 is “%2” now. Assign takes the keys away from it.</source>
        <translation>%1 сейчас — «%2». «Назначить» отнимет их у этой команды.</translation>
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
    <message>
        <source>A rule can only be moved among rules that act at the same time and are all switched on or all switched off.</source>
        <translation>Правило можно переставить только среди правил, которые действуют тогда же и все включены или все выключены.</translation>
    </message>
    <message>
        <source>Move rule %1</source>
        <translation>Переставить правило %1</translation>
    </message>
    <message>
        <source>Move Up</source>
        <translation>Выше</translation>
    </message>
    <message>
        <source>Ask the chosen rule earlier (Alt+Up)</source>
        <translation>Спрашивать выбранное правило раньше (Alt+Вверх)</translation>
    </message>
    <message>
        <source>Move Down</source>
        <translation>Ниже</translation>
    </message>
    <message>
        <source>Ask the chosen rule later (Alt+Down)</source>
        <translation>Спрашивать выбранное правило позже (Alt+Вниз)</translation>
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
    <message>
        <source>%1, key %2: %3</source>
        <translation>%1, клавиша %2: %3</translation>
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
    <name>pbx::editor::ConnectionTest</name>
    <message>
        <source>Find the host</source>
        <translation>Найти узел</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Соединиться</translation>
    </message>
    <message>
        <source>Encrypt</source>
        <translation>Зашифровать</translation>
    </message>
    <message>
        <source>Greeting</source>
        <translation>Приветствие</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>Войти</translation>
    </message>
    <message>
        <source>Inline answers</source>
        <translation>Ответы в строке</translation>
    </message>
    <message>
        <source>List of commands</source>
        <translation>Список команд</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Версия</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>✓ done</source>
        <translation>✓ готово</translation>
    </message>
    <message>
        <source>– not needed</source>
        <translation>– не нужно</translation>
    </message>
    <message>
        <source>✗ failed</source>
        <translation>✗ не удалось</translation>
    </message>
    <message>
        <source>&amp;Trust This Certificate</source>
        <translation>&amp;Доверять этому сертификату</translation>
    </message>
    <message>
        <source>Steps of the connection</source>
        <translation>Шаги соединения</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Шаг</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Что обнаружено</translation>
    </message>
    <message>
        <source>From now on this program accepts this one certificate from this server, and no other</source>
        <translation>С этого времени программа принимает от этого сервера только этот сертификат</translation>
    </message>
    <message>
        <source>The test was stopped.</source>
        <translation>Проверка остановлена.</translation>
    </message>
    <message>
        <source>The connection works.</source>
        <translation>Соединение работает.</translation>
    </message>
    <message>
        <source>The connection works. The server says it is %1.</source>
        <translation>Соединение работает. Сервер называет себя %1.</translation>
    </message>
    <message>
        <source>SHA-256 fingerprint:</source>
        <translation>Отпечаток SHA-256:</translation>
    </message>
</context>
<context>
    <name>pbx::editor::DeployModel</name>
    <message>
        <source>Settings of the domain</source>
        <translation>Настройки домена</translation>
    </message>
    <message>
        <source>The environment itself</source>
        <translation>Сама среда</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>What will be done</source>
        <translation>Что будет сделано</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>одинаково</translation>
    </message>
    <message>
        <source>new here</source>
        <translation>новое здесь</translation>
    </message>
    <message>
        <source>new there</source>
        <translation>новое там</translation>
    </message>
    <message>
        <source>changed here</source>
        <translation>изменено здесь</translation>
    </message>
    <message>
        <source>changed there</source>
        <translation>изменено там</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>конфликт</translation>
    </message>
    <message>
        <source>removed here</source>
        <translation>удалено здесь</translation>
    </message>
    <message>
        <source>removed there</source>
        <translation>удалено там</translation>
    </message>
    <message>
        <source>create the environment</source>
        <translation>создать среду</translation>
    </message>
    <message>
        <source>create the language folder</source>
        <translation>создать папку языка</translation>
    </message>
    <message>
        <source>add</source>
        <translation>добавить</translation>
    </message>
    <message>
        <source>replace</source>
        <translation>заменить</translation>
    </message>
    <message>
        <source>delete</source>
        <translation>удалить</translation>
    </message>
    <message>
        <source>remove the language folder</source>
        <translation>удалить папку языка</translation>
    </message>
    <message>
        <source>create the account</source>
        <translation>создать учётную запись</translation>
    </message>
    <message numerus="yes">
        <source>change %n setting(s)</source>
        <translation>
            <numerusform>изменить %n настройку</numerusform>
            <numerusform>изменить %n настройки</numerusform>
            <numerusform>изменить %n настроек</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing: decide first</source>
        <translation>ничего: сначала решите</translation>
    </message>
    <message>
        <source>Push: %1, over their change</source>
        <translation>Отправка: %1, поверх чужого</translation>
    </message>
    <message>
        <source>Pull: take theirs, over yours</source>
        <translation>Получение: взять чужое, поверх своего</translation>
    </message>
    <message>
        <source>Push: %1, merged</source>
        <translation>Отправка: %1, объединив</translation>
    </message>
    <message>
        <source>Pull: remove it here</source>
        <translation>Получение: удалить здесь</translation>
    </message>
    <message>
        <source>Pull: take it</source>
        <translation>Получение: взять</translation>
    </message>
    <message>
        <source>Push: %1</source>
        <translation>Отправка: %1</translation>
    </message>
    <message>
        <source>nothing: left out</source>
        <translation>ничего: исключено</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Конфликты</translation>
    </message>
    <message>
        <source>To upload</source>
        <translation>К отправке</translation>
    </message>
    <message>
        <source>To take</source>
        <translation>К получению</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>Одинаковые</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n запись</numerusform>
            <numerusform>%n записи</numerusform>
            <numerusform>%n записей</numerusform>
        </translation>
    </message>
    <message>
        <source>not there yet</source>
        <translation>ещё нет</translation>
    </message>
</context>
<context>
    <name>pbx::editor::DeployPanel</name>
    <message>
        <source>A practice server ends with the program. Choose one that stays.</source>
        <translation>Учебный сервер исчезает вместе с программой. Выберите постоянный.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read; mend it as text first (see Problems).</source>
        <translation>%1 не читается; сначала исправьте его как текст (см. «Замечания»).</translation>
    </message>
    <message>
        <source>Server of the workspace</source>
        <translation>Сервер рабочего пространства</translation>
    </message>
    <message>
        <source>The workspace belongs to %1 now.</source>
        <translation>Рабочее пространство теперь относится к %1.</translation>
    </message>
    <message>
        <source>Server-wide</source>
        <translation>Весь сервер</translation>
    </message>
    <message>
        <source>The push of %1 by %2 did not come to its end. Nothing can be pushed before it is finished or taken back.</source>
        <translation>Отправка от %1, автор %2, не дошла до конца. Пока она не завершена и не отменена, отправлять нельзя.</translation>
    </message>
    <message>
        <source>No server is set up yet. “Servers…” adds one, or starts a practice server.</source>
        <translation>Сервер ещё не указан. «Серверы…» добавит его или запустит учебный.</translation>
    </message>
    <message>
        <source>Not compared yet.</source>
        <translation>Ещё не сравнивали.</translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) to push (%1)</source>
        <translation>
            <numerusform>%n действие к отправке (%1)</numerusform>
            <numerusform>%n действия к отправке (%1)</numerusform>
            <numerusform>%n действий к отправке (%1)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to take</source>
        <translation>
            <numerusform>получить %n</numerusform>
            <numerusform>получить %n</numerusform>
            <numerusform>получить %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s) to decide</source>
        <translation>
            <numerusform>нерешённый конфликт: %n</numerusform>
            <numerusform>нерешённых конфликта: %n</numerusform>
            <numerusform>нерешённых конфликтов: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n the same</source>
        <translation>
            <numerusform>одинаковый: %n</numerusform>
            <numerusform>одинаковых: %n</numerusform>
            <numerusform>одинаковых: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>The server has no environment of this scope yet; a push creates it.</source>
        <translation>На сервере ещё нет этой среды; её создаст отправка.</translation>
    </message>
    <message>
        <source>Files have changed since; pull and push compare again first.</source>
        <translation>С тех пор файлы изменились; перед получением и отправкой будет новое сравнение.</translation>
    </message>
    <message>
        <source>&amp;Server:</source>
        <translation>&amp;Сервер:</translation>
    </message>
    <message>
        <source>Se&amp;rvers…</source>
        <translation>Се&amp;рверы…</translation>
    </message>
    <message>
        <source>&amp;Environment of:</source>
        <translation>Сре&amp;да:</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>Срав&amp;нить</translation>
    </message>
    <message>
        <source>Reads both sides and shows what differs; changes nothing</source>
        <translation>Читает обе стороны и показывает различия; ничего не меняет</translation>
    </message>
    <message>
        <source>&amp;Pull</source>
        <translation>&amp;Получить</translation>
    </message>
    <message>
        <source>Takes what changed on the server into the workspace; what changed here stays</source>
        <translation>Берёт изменённое на сервере в рабочее пространство; изменённое здесь остаётся</translation>
    </message>
    <message>
        <source>P&amp;ush…</source>
        <translation>&amp;Отправить…</translation>
    </message>
    <message>
        <source>Shows what would be done on the server, and does it when you agree</source>
        <translation>Показывает, что будет сделано на сервере, и делает это с вашего согласия</translation>
    </message>
    <message>
        <source>Find a file or an account</source>
        <translation>Найти файл или учётную запись</translation>
    </message>
    <message>
        <source>Find by name</source>
        <translation>Поиск по имени</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Что показывать</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Различия</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Конфликты</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Всё</translation>
    </message>
    <message>
        <source>Differences between the workspace and the server</source>
        <translation>Различия рабочего пространства и сервера</translation>
    </message>
    <message>
        <source>&amp;Mine</source>
        <translation>С&amp;воё</translation>
    </message>
    <message>
        <source>The next push puts this computer&apos;s content in the place of the server&apos;s</source>
        <translation>Следующая отправка поставит здешнее содержимое на место серверного</translation>
    </message>
    <message>
        <source>&amp;Theirs</source>
        <translation>Чу&amp;жое</translation>
    </message>
    <message>
        <source>The next pull takes the server&apos;s content in the place of this computer&apos;s</source>
        <translation>Следующее получение возьмёт серверное содержимое на место здешнего</translation>
    </message>
    <message>
        <source>Mer&amp;ge</source>
        <translation>О&amp;бъединить</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Открыть</translation>
    </message>
    <message>
        <source>Brings both changes together where they touch different lines; can be undone</source>
        <translation>Соединяет оба изменения, если они в разных строках; можно отменить</translation>
    </message>
    <message>
        <source>Differences and history</source>
        <translation>Различия и история</translation>
    </message>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Ход работы</translation>
    </message>
    <message>
        <source>&amp;Finish It</source>
        <translation>&amp;Завершить её</translation>
    </message>
    <message>
        <source>Ta&amp;ke It Back</source>
        <translation>О&amp;тменить её</translation>
    </message>
    <message>
        <source>Deploy</source>
        <translation>Размещение</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Остановлено.</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Соединение…</translation>
    </message>
    <message>
        <source>Both sides are the same.</source>
        <translation>Обе стороны одинаковы.</translation>
    </message>
    <message>
        <source>Nothing but conflicts changed on the server. Decide each: mine, theirs, or merge.</source>
        <translation>На сервере изменились только конфликты. Решите каждый: своё, чужое или объединить.</translation>
    </message>
    <message>
        <source>Nothing changed on the server since the last pull or push.</source>
        <translation>С последнего получения или отправки на сервере ничего не изменилось.</translation>
    </message>
    <message>
        <source>Pulling…</source>
        <translation>Получение…</translation>
    </message>
    <message numerus="yes">
        <source>Pull %n file(s)</source>
        <translation>
            <numerusform>Получить %n файл</numerusform>
            <numerusform>Получить %n файла</numerusform>
            <numerusform>Получить %n файлов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were taken. Left as they are here:</source>
        <translation>
            <numerusform>Получен %n файл. Остались как есть:</numerusform>
            <numerusform>Получено %n файла. Остались как есть:</numerusform>
            <numerusform>Получено %n файлов. Остались как есть:</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing but conflicts is left. Decide each: mine, theirs, or merge.</source>
        <translation>Остались только конфликты. Решите каждый: своё, чужое или объединить.</translation>
    </message>
    <message>
        <source>There is nothing to push.</source>
        <translation>Отправлять нечего.</translation>
    </message>
    <message>
        <source>Push to %1</source>
        <translation>Отправить на %1</translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) for the environment of %1 on %2. Each file is backed up before, and read back after.</source>
        <translation>
            <numerusform>%n действие со средой %1 на %2. Каждый файл до этого копируется, а после читается обратно.</numerusform>
            <numerusform>%n действия со средой %1 на %2. Каждый файл до этого копируется, а после читается обратно.</numerusform>
            <numerusform>%n действий со средой %1 на %2. Каждый файл до этого копируется, а после читается обратно.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s) stay as they are on both sides until you decide them.</source>
        <translation>
            <numerusform>%n конфликт остаётся на обеих сторонах, пока вы его не решите.</numerusform>
            <numerusform>%n конфликта остаются на обеих сторонах, пока вы их не решите.</numerusform>
            <numerusform>%n конфликтов остаются на обеих сторонах, пока вы их не решите.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Push</source>
        <translation>&amp;Отправить</translation>
    </message>
    <message>
        <source>That push went to %1, which is not among the servers any more. Add it with “Servers…”.</source>
        <translation>Та отправка была на %1, а его среди серверов больше нет. Добавьте его через «Серверы…».</translation>
    </message>
    <message>
        <source>What the server had before the push %1 is brought back, as a push of its own.</source>
        <translation>Возвращается то, что было на сервере до отправки %1, — как отдельная отправка.</translation>
    </message>
    <message>
        <source>Comparing with the server…</source>
        <translation>Сравнение с сервером…</translation>
    </message>
    <message>
        <source>Roll Back on %1</source>
        <translation>Вернуть назад на %1</translation>
    </message>
    <message>
        <source>&amp;Roll Back</source>
        <translation>&amp;Вернуть назад</translation>
    </message>
    <message>
        <source>Finish the Push on %1</source>
        <translation>Завершить отправку на %1</translation>
    </message>
    <message>
        <source>The push goes on where it ended; what is done already is looked at first.</source>
        <translation>Отправка продолжается с места остановки; сделанное сначала проверяется.</translation>
    </message>
    <message>
        <source>Reading both sides…</source>
        <translation>Чтение обеих сторон…</translation>
    </message>
    <message>
        <source>%1 can&apos;t be merged: what it was at the last pull or push is not known. Take one side, or open it and bring the lines of the server in by hand.</source>
        <translation>%1 не объединить: неизвестно, каким он был при последнем получении или отправке. Возьмите одну сторону или откройте его и внесите строки сервера вручную.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be merged: both sides changed the same lines. Open it, bring the lines of the server in by hand, and choose “Mine” then.</source>
        <translation>%1 не объединить: обе стороны изменили одни и те же строки. Откройте его, внесите строки сервера вручную и выберите «Своё».</translation>
    </message>
    <message>
        <source>Merge %1</source>
        <translation>Объединить %1</translation>
    </message>
    <message>
        <source>%1 has both changes now. Read it; Edit, Undo takes the merge back.</source>
        <translation>В %1 теперь оба изменения. Прочтите его; «Правка, Отменить» отменяет объединение.</translation>
    </message>
    <message>
        <source>Take the Push on %1 Back</source>
        <translation>Отменить отправку на %1</translation>
    </message>
    <message>
        <source>What the unfinished push has done is taken back, so that the server is as it was before.</source>
        <translation>Сделанное незавершённой отправкой отменяется, чтобы сервер стал прежним.</translation>
    </message>
    <message>
        <source>&amp;Take It Back</source>
        <translation>О&amp;тменить её</translation>
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
    <message>
        <source>This file comes with the server and can only be read.</source>
        <translation>Этот файл идёт с сервером, его можно только читать.</translation>
    </message>
    <message>
        <source>&amp;Make an Own Copy</source>
        <translation>Сделать собственную &amp;копию</translation>
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
    <message>
        <source>missing</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>A program or a menu plays it, and nobody provides it</source>
        <translation>Программа или меню её играет, а взять её негде</translation>
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
    <message>
        <source>Create account %1</source>
        <translation>Создание учётной записи %1</translation>
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
    <name>pbx::editor::ItemView</name>
    <message>
        <source>not set</source>
        <translation>не задано</translation>
    </message>
    <message>
        <source>− only here    + only on the server</source>
        <translation>− только здесь    + только на сервере</translation>
    </message>
    <message>
        <source>Lines that differ: minus only here, plus only on the server</source>
        <translation>Различающиеся строки: минус — только здесь, плюс — только на сервере</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Здесь</translation>
    </message>
    <message>
        <source>On the server</source>
        <translation>На сервере</translation>
    </message>
    <message>
        <source>Play This O&amp;ne</source>
        <translation>Проиграть з&amp;дешний</translation>
    </message>
    <message>
        <source>Play the Ser&amp;ver&apos;s</source>
        <translation>Проиграть се&amp;рверный</translation>
    </message>
    <message>
        <source>&amp;Silence</source>
        <translation>Т&amp;ишина</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Ключ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>At the last pull or push</source>
        <translation>При последнем получении или отправке</translation>
    </message>
    <message>
        <source>Settings that differ</source>
        <translation>Различающиеся настройки</translation>
    </message>
    <message>
        <source>Both sides are read</source>
        <translation>Читаются обе стороны</translation>
    </message>
    <message>
        <source>There is none.</source>
        <translation>Нет.</translation>
    </message>
    <message>
        <source>No setting differs.</source>
        <translation>Настройки не различаются.</translation>
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
    <name>pbx::editor::Locator</name>
    <message>
        <source>Go to Anything</source>
        <translation>Перейти к чему угодно</translation>
    </message>
    <message>
        <source>A part of a name: program, prompt, section, account, scenario, command, panel</source>
        <translation>Часть имени: программа, подсказка, раздел, учётная запись, сценарий, команда, панель</translation>
    </message>
    <message>
        <source>Name to go to</source>
        <translation>Имя, к которому перейти</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>Что подходит</translation>
    </message>
    <message>
        <source>Nothing has such a name.</source>
        <translation>Такого имени нет ни у чего.</translation>
    </message>
    <message>
        <source>The first %1 of %2. Type more of the name.</source>
        <translation>Первые %1 из %2. Введите больше букв.</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s). Enter goes there.</source>
        <translation>
            <numerusform>%n место. Enter переходит туда.</numerusform>
            <numerusform>%n места. Enter переходит туда.</numerusform>
            <numerusform>%n мест. Enter переходит туда.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pbx::editor::PasswordDialog</name>
    <message>
        <source>&amp;Keep it in the desktop&apos;s keyring</source>
        <translation>&amp;Хранить в хранилище паролей</translation>
    </message>
    <message>
        <source>Log In</source>
        <translation>Вход</translation>
    </message>
    <message>
        <source>Server:</source>
        <translation>Сервер:</translation>
    </message>
    <message>
        <source>&amp;Password of %1:</source>
        <translation>&amp;Пароль для %1:</translation>
    </message>
    <message>
        <source>&amp;Log In</source>
        <translation>&amp;Войти</translation>
    </message>
</context>
<context>
    <name>pbx::editor::PracticeDialog</name>
    <message>
        <source>Practice Server</source>
        <translation>Учебный сервер</translation>
    </message>
    <message>
        <source>A server inside of this program that takes the same commands as the real one and is as strict. It is reached from this computer alone, and ends with the program.</source>
        <translation>Сервер внутри этой программы: принимает те же команды, что и настоящий, и так же строг. Доступен только с этого компьютера и исчезает вместе с программой.</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Запустить</translation>
    </message>
    <message>
        <source>S&amp;top It</source>
        <translation>&amp;Остановить его</translation>
    </message>
    <message>
        <source>Over a &amp;copy of this workspace, thrown away at the end</source>
        <translation>Над &amp;копией этого рабочего пространства, которая потом выбрасывается</translation>
    </message>
    <message>
        <source>Over a &amp;folder that stays:</source>
        <translation>Над п&amp;апкой, которая остаётся:</translation>
    </message>
    <message>
        <source>Folder of the practice server</source>
        <translation>Папка учебного сервера</translation>
    </message>
    <message>
        <source>a workspace, or an empty folder that gets a copy of this one</source>
        <translation>рабочее пространство или пустая папка, куда копируется это</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>Вы&amp;брать…</translation>
    </message>
    <message>
        <source>Folder of the Practice Server</source>
        <translation>Папка учебного сервера</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>Копировать: %1</translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation>&amp;Адрес:</translation>
    </message>
    <message>
        <source>&amp;User:</source>
        <translation>По&amp;льзователь:</translation>
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation>&amp;Пароль:</translation>
    </message>
    <message>
        <source>S&amp;erves:</source>
        <translation>&amp;Обслуживает:</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Запуск…</translation>
    </message>
    <message>
        <source>It runs, and is the server of this workspace&apos;s Deploy panel now.</source>
        <translation>Он работает и теперь выбран в панели «Размещение» этого рабочего пространства.</translation>
    </message>
</context>
<context>
    <name>pbx::editor::PracticeHost</name>
    <message>
        <source>Practice server</source>
        <translation>Учебный сервер</translation>
    </message>
</context>
<context>
    <name>pbx::editor::ProbeDialog</name>
    <message>
        <source>Probe %1</source>
        <translation>Опрос %1</translation>
    </message>
    <message>
        <source>Some things no document tells: how this server lists files, whether it compiles a program before it stores it. The server is asked, nothing of it is changed, and pushes are made as it answers.</source>
        <translation>Кое-чего нет ни в одном документе: как этот сервер перечисляет файлы, компилирует ли программу до сохранения. Сервер опрашивается, на нём ничего не меняется, и отправки делаются по его ответам.</translation>
    </message>
    <message>
        <source>&amp;Store and delete scratch files named pbx-probe-… in the environment of that domain</source>
        <translation>&amp;Сохранять и удалять пробные файлы с именами pbx-probe-… в среде этого домена</translation>
    </message>
    <message>
        <source>No caller meets them; they are gone when the probe has ended. More questions can be asked this way.</source>
        <translation>Звонящие с ними не встретятся; после опроса их нет. Так можно спросить больше.</translation>
    </message>
    <message>
        <source>&amp;Ask the Server</source>
        <translation>&amp;Спросить сервер</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Ответы</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Вопрос</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Ответ</translation>
    </message>
    <message>
        <source>What this program does</source>
        <translation>Что делает эта программа</translation>
    </message>
    <message>
        <source>The server is asked</source>
        <translation>Сервер опрашивается</translation>
    </message>
    <message>
        <source>&amp;Keep the Answers</source>
        <translation>&amp;Запомнить ответы</translation>
    </message>
    <message>
        <source>&amp;Domain:</source>
        <translation>&amp;Домен:</translation>
    </message>
    <message>
        <source>The probe was stopped.</source>
        <translation>Опрос остановлен.</translation>
    </message>
    <message>
        <source>could not be asked</source>
        <translation>не удалось спросить</translation>
    </message>
    <message>
        <source>The server has answered everything.</source>
        <translation>Сервер ответил на всё.</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) could not be asked.</source>
        <translation>
            <numerusform>%n вопрос задать не удалось.</numerusform>
            <numerusform>%n вопроса задать не удалось.</numerusform>
            <numerusform>%n вопросов задать не удалось.</numerusform>
        </translation>
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
    <message>
        <source>Sounds (%1);;All files (*)</source>
        <translation>Звуки (%1);;Все файлы (*)</translation>
    </message>
</context>
<context>
    <name>pbx::editor::PullNewDialog</name>
    <message>
        <source>New Workspace from a Server</source>
        <translation>Новое рабочее пространство с сервера</translation>
    </message>
    <message>
        <source>Se&amp;rvers…</source>
        <translation>Се&amp;рверы…</translation>
    </message>
    <message>
        <source>&amp;List Them</source>
        <translation>&amp;Перечислить</translation>
    </message>
    <message>
        <source>Asks the server for the names of its domains</source>
        <translation>Спрашивает у сервера имена его доменов</translation>
    </message>
    <message>
        <source>missing or empty</source>
        <translation>ещё нет или пуста</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>Вы&amp;брать…</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Ход работы</translation>
    </message>
    <message>
        <source>&amp;Pull</source>
        <translation>П&amp;олучить</translation>
    </message>
    <message>
        <source>&amp;Server:</source>
        <translation>&amp;Сервер:</translation>
    </message>
    <message>
        <source>&amp;Domain:</source>
        <translation>&amp;Домен:</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>П&amp;апка:</translation>
    </message>
    <message>
        <source>Folder of the Workspace</source>
        <translation>Папка рабочего пространства</translation>
    </message>
    <message>
        <source>No server is set up yet. “Servers…” adds one.</source>
        <translation>Сервер ещё не указан. «Серверы…» добавит его.</translation>
    </message>
    <message>
        <source>The folder needs its whole path.</source>
        <translation>Нужен полный путь к папке.</translation>
    </message>
    <message>
        <source>%1 is not empty. Name a folder that is missing or empty.</source>
        <translation>%1 не пуста. Укажите папку, которой нет или которая пуста.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Остановлено.</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Соединение…</translation>
    </message>
</context>
<context>
    <name>pbx::editor::PushDialog</name>
    <message>
        <source>✓ done</source>
        <translation>✓ сделано</translation>
    </message>
    <message>
        <source>↩ undone</source>
        <translation>↩ отменено</translation>
    </message>
    <message>
        <source>– not tried</source>
        <translation>– не начато</translation>
    </message>
    <message>
        <source>✗ failed</source>
        <translation>✗ не удалось</translation>
    </message>
    <message>
        <source>? not known</source>
        <translation>? неизвестно</translation>
    </message>
    <message>
        <source>Actions, in the order in which they are done</source>
        <translation>Действия в порядке выполнения</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Действие</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Итог</translation>
    </message>
    <message>
        <source>Do it &amp;all the same</source>
        <translation>Сделать &amp;всё равно</translation>
    </message>
    <message>
        <source>why, for those who read the history</source>
        <translation>зачем — для тех, кто читает историю</translation>
    </message>
    <message>
        <source>&amp;Remark:</source>
        <translation>П&amp;римечание:</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Ход работы</translation>
    </message>
    <message>
        <source> (changed there too)</source>
        <translation> (изменено и там)</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were changed on the server since; this would go over it.</source>
        <translation>
            <numerusform>%n файл с тех пор изменён на сервере; это заменит его.</numerusform>
            <numerusform>%n файла с тех пор изменены на сервере; это заменит их.</numerusform>
            <numerusform>%n файлов с тех пор изменены на сервере; это заменит их.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more (see Problems and Scenarios)</source>
        <translation>
            <numerusform>и ещё %n (см. «Замечания» и «Сценарии»)</numerusform>
            <numerusform>и ещё %n (см. «Замечания» и «Сценарии»)</numerusform>
            <numerusform>и ещё %n (см. «Замечания» и «Сценарии»)</numerusform>
        </translation>
    </message>
    <message>
        <source>The check found no error, and all scenarios pass.</source>
        <translation>Проверка ошибок не нашла, все сценарии проходят.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Закрыть</translation>
    </message>
    <message>
        <source>&amp;Stop and Undo</source>
        <translation>О&amp;становить и отменить</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Отмена</translation>
    </message>
    <message>
        <source>Checking the workspace and running its scenarios…</source>
        <translation>Проверка рабочего пространства и запуск её сценариев…</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Соединение…</translation>
    </message>
    <message>
        <source>Stopped. Nothing was begun; the server is as it was.</source>
        <translation>Остановлено. Ничего не начато; сервер такой, как был.</translation>
    </message>
    <message>
        <source>Nothing was begun.</source>
        <translation>Ничего не начато.</translation>
    </message>
    <message numerus="yes">
        <source>Done: %n action(s), each read back and compared.</source>
        <translation>
            <numerusform>Готово: %n действие, прочитано обратно и сверено.</numerusform>
            <numerusform>Готово: %n действия, каждое прочитано обратно и сверено.</numerusform>
            <numerusform>Готово: %n действий, каждое прочитано обратно и сверено.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undone: the server is as it was before.</source>
        <translation>Отменено: сервер такой, как был прежде.</translation>
    </message>
    <message>
        <source>Unfinished: the server could not be reached to the end. Nothing is lost; resume it or roll it back as soon as the server answers.</source>
        <translation>Не завершено: сервер перестал отвечать. Ничего не потеряно; завершите отправку или верните всё назад, как только он ответит.</translation>
    </message>
    <message>
        <source>Enter or a double click shows the line.</source>
        <translation>Enter или двойной щелчок показывает строку.</translation>
    </message>
    <message>
        <source>Stopping, and undoing what was done…</source>
        <translation>Остановка и отмена сделанного…</translation>
    </message>
</context>
<context>
    <name>pbx::editor::PushHistory</name>
    <message>
        <source>running</source>
        <translation>идёт</translation>
    </message>
    <message>
        <source>✓ done</source>
        <translation>✓ готово</translation>
    </message>
    <message>
        <source>↩ undone</source>
        <translation>↩ отменено</translation>
    </message>
    <message>
        <source>✗ unfinished</source>
        <translation>✗ не завершено</translation>
    </message>
    <message numerus="yes">
        <source>%n action(s)</source>
        <translation>
            <numerusform>%n действие</numerusform>
            <numerusform>%n действия</numerusform>
            <numerusform>%n действий</numerusform>
        </translation>
    </message>
    <message>
        <source>roll back of %1, %2</source>
        <translation>возврат %1, %2</translation>
    </message>
    <message>
        <source>Pushes, newest first</source>
        <translation>Отправки, сначала новые</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Когда</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Кто</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Конец</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>Whose environment</source>
        <translation>Чья среда</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Действие</translation>
    </message>
    <message>
        <source>What it &amp;did:</source>
        <translation>Что она с&amp;делала:</translation>
    </message>
    <message>
        <source>What the push did</source>
        <translation>Что сделала отправка</translation>
    </message>
    <message>
        <source>Roll &amp;Back…</source>
        <translation>Вернуть &amp;назад…</translation>
    </message>
    <message>
        <source>Brings back what the server had before this push; shows first what that changes</source>
        <translation>Возвращает то, что было на сервере до этой отправки; сначала показывает, что изменится</translation>
    </message>
    <message>
        <source>server-wide</source>
        <translation>весь сервер</translation>
    </message>
    <message>
        <source>Nothing was pushed from this workspace yet.</source>
        <translation>Из этого рабочего пространства ещё ничего не отправляли.</translation>
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
    <name>pbx::editor::RemoteJob</name>
    <message>
        <source>Listing %1</source>
        <translation>Перечисление: %1</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>Чтение: %1</translation>
    </message>
    <message>
        <source>Backing up %1</source>
        <translation>Резервная копия: %1</translation>
    </message>
    <message>
        <source>The server compiles %1</source>
        <translation>Сервер компилирует %1</translation>
    </message>
    <message>
        <source>Storing %1</source>
        <translation>Сохранение: %1</translation>
    </message>
    <message>
        <source>Reading back %1</source>
        <translation>Чтение обратно: %1</translation>
    </message>
    <message>
        <source>Undoing %1</source>
        <translation>Отмена: %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
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
    <name>pbx::editor::SearchModel</name>
    <message numerus="yes">
        <source>%1, %n place(s)</source>
        <translation>
            <numerusform>%1, %n место</numerusform>
            <numerusform>%1, %n места</numerusform>
            <numerusform>%1, %n мест</numerusform>
        </translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Строка %1: %2</translation>
    </message>
</context>
<context>
    <name>pbx::editor::SearchPanel</name>
    <message>
        <source>Searching…</source>
        <translation>Поиск…</translation>
    </message>
    <message>
        <source>Stopped. There may be more places.</source>
        <translation>Остановлено. Возможно, есть и другие места.</translation>
    </message>
    <message numerus="yes">
        <source>Not found in %n file(s).</source>
        <translation>
            <numerusform>Не найдено в %n файле.</numerusform>
            <numerusform>Не найдено в %n файлах.</numerusform>
            <numerusform>Не найдено в %n файлах.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n место</numerusform>
            <numerusform>%n места</numerusform>
            <numerusform>%n мест</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> in %n file(s).</source>
        <translation>
            <numerusform> в %n файле.</numerusform>
            <numerusform> в %n файлах.</numerusform>
            <numerusform> в %n файлах.</numerusform>
        </translation>
    </message>
    <message>
        <source>The first %1 places; there are more. Look for a longer text.</source>
        <translation>Первые %1 мест; есть ещё. Ищите текст подлиннее.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be read: %1</source>
        <translation>
            <numerusform>%n файл не прочитан: %1</numerusform>
            <numerusform>%n файла не прочитаны: %1</numerusform>
            <numerusform>%n файлов не прочитаны: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>О&amp;становить</translation>
    </message>
    <message>
        <source>Sea&amp;rch</source>
        <translation>Н&amp;айти</translation>
    </message>
    <message>
        <source>Text in programs, settings, prompts and scenarios</source>
        <translation>Текст в программах, настройках, подсказках и сценариях</translation>
    </message>
    <message>
        <source>Text to look for in the workspace</source>
        <translation>Искомый текст в рабочем пространстве</translation>
    </message>
    <message>
        <source>&amp;Match case</source>
        <translation>&amp;Учитывать регистр</translation>
    </message>
    <message>
        <source>Whole wor&amp;ds</source>
        <translation>Сло&amp;во целиком</translation>
    </message>
    <message>
        <source>Re&amp;gular expression</source>
        <translation>Ре&amp;гулярное выражение</translation>
    </message>
    <message>
        <source>Places found</source>
        <translation>Найденные места</translation>
    </message>
</context>
<context>
    <name>pbx::editor::ServerForm</name>
    <message>
        <source>&amp;Keep the password in the desktop&apos;s keyring</source>
        <translation>&amp;Хранить пароль в хранилище паролей</translation>
    </message>
    <message>
        <source>F&amp;orget the Kept One</source>
        <translation>&amp;Забыть сохранённый</translation>
    </message>
    <message>
        <source>Send the password &amp;readable where there is no other way</source>
        <translation>Посылать пароль &amp;открытым, если иначе нельзя</translation>
    </message>
    <message>
        <source>Trust It No &amp;Longer</source>
        <translation>Бо&amp;льше не доверять</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Выбрать…</translation>
    </message>
    <message>
        <source>Command port</source>
        <translation>Порт команд</translation>
    </message>
    <message>
        <source>Command port, encrypted</source>
        <translation>Порт команд с шифрованием</translation>
    </message>
    <message>
        <source>HTTP (/cli/)</source>
        <translation>HTTP (/cli/)</translation>
    </message>
    <message>
        <source>HTTPS (/cli/)</source>
        <translation>HTTPS (/cli/)</translation>
    </message>
    <message>
        <source>asked for when it is needed</source>
        <translation>спрашивается, когда нужен</translation>
    </message>
    <message>
        <source>How many connections read and write files side by side</source>
        <translation>Сколько соединений читают и пишут файлы одновременно</translation>
    </message>
    <message>
        <source>as the host</source>
        <translation>как узел</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Имя:</translation>
    </message>
    <message>
        <source>&amp;Connect by:</source>
        <translation>&amp;Способ:</translation>
    </message>
    <message>
        <source>Por&amp;t:</source>
        <translation>Пор&amp;т:</translation>
    </message>
    <message>
        <source>&amp;Host:</source>
        <translation>&amp;Узел:</translation>
    </message>
    <message>
        <source>&amp;User:</source>
        <translation>По&amp;льзователь:</translation>
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation>&amp;Пароль:</translation>
    </message>
    <message>
        <source>Connec&amp;tions:</source>
        <translation>Сое&amp;динений:</translation>
    </message>
    <message>
        <source>made from the host</source>
        <translation>по имени узла</translation>
    </message>
    <message>
        <source>&amp;WebAdmin page:</source>
        <translation>Страница &amp;WebAdmin:</translation>
    </message>
    <message>
        <source>Whoever can listen to the network reads the password then. Better let the server encrypt the line.</source>
        <translation>Тогда пароль прочтёт любой, кто подслушивает сеть. Лучше пусть сервер шифрует соединение.</translation>
    </message>
    <message>
        <source>Certificate:</source>
        <translation>Сертификат:</translation>
    </message>
    <message>
        <source>the system&apos;s alone</source>
        <translation>только системные</translation>
    </message>
    <message>
        <source>A file (PEM) of further authorities to believe, as of a company&apos;s own</source>
        <translation>Файл (PEM) с дополнительными центрами сертификации, например, своего предприятия</translation>
    </message>
    <message>
        <source>&amp;Authorities:</source>
        <translation>&amp;Центры:</translation>
    </message>
    <message>
        <source>Choose a file of authorities</source>
        <translation>Выбрать файл центров сертификации</translation>
    </message>
    <message>
        <source>Authorities</source>
        <translation>Центры сертификации</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt);;All files (*)</source>
        <translation>Сертификаты (*.pem *.crt);;Все файлы (*)</translation>
    </message>
    <message>
        <source>usual (%1)</source>
        <translation>обычный (%1)</translation>
    </message>
    <message>
        <source>none: the line is not encrypted</source>
        <translation>нет: соединение не шифруется</translation>
    </message>
    <message>
        <source>trusted by you: %1</source>
        <translation>вы доверяете: %1</translation>
    </message>
    <message>
        <source>must be one an authority vouches for; else “Test” shows it and lets you trust it</source>
        <translation>за него должен ручаться центр сертификации; иначе «Проверить» покажет его и даст довериться</translation>
    </message>
</context>
<context>
    <name>pbx::editor::ServersDialog</name>
    <message>
        <source>Servers</source>
        <translation>Серверы</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>Доба&amp;вить</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>Удал&amp;ить</translation>
    </message>
    <message>
        <source>Pract&amp;ice Server…</source>
        <translation>У&amp;чебный сервер…</translation>
    </message>
    <message>
        <source>Starts a server inside of this program, to learn and to try things out</source>
        <translation>Запускает сервер внутри этой программы, чтобы учиться и пробовать</translation>
    </message>
    <message>
        <source>T&amp;est the Connection</source>
        <translation>Проверить &amp;соединение</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Остановить</translation>
    </message>
    <message>
        <source>Pro&amp;be…</source>
        <translation>О&amp;прос…</translation>
    </message>
    <message>
        <source>Asks the server what no document tells, and keeps the answers</source>
        <translation>Спрашивает у сервера то, чего нет в документах, и запоминает ответы</translation>
    </message>
    <message>
        <source>New server</source>
        <translation>Новый сервер</translation>
    </message>
    <message>
        <source>The keyring has no password of %1 any more.</source>
        <translation>В хранилище паролей больше нет пароля для %1.</translation>
    </message>
    <message>
        <source>“%1” needs a host: the server&apos;s name or address.</source>
        <translation>Серверу «%1» нужен узел: имя или адрес.</translation>
    </message>
    <message>
        <source>“%1” needs a user: the server&apos;s administrator or a domain&apos;s, as admin@example.com.</source>
        <translation>Серверу «%1» нужен пользователь: администратор сервера или домена, например admin@example.com.</translation>
    </message>
    <message>
        <source>%1 is there twice. Remove one of the two.</source>
        <translation>%1 указан дважды. Удалите один из двух.</translation>
    </message>
</context>
<context>
    <name>pbx::editor::SoundJob</name>
    <message numerus="yes">
        <source>Reading %n sound(s)…</source>
        <translation>
            <numerusform>Чтение %n звука…</numerusform>
            <numerusform>Чтение %n звуков…</numerusform>
            <numerusform>Чтение %n звуков…</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>It was given up: nothing came out of it for a minute. Save it as WAV, FLAC, Ogg or MP3.</source>
        <translation>Чтение прекращено: за минуту из файла ничего не поступило. Сохраните его как WAV, FLAC, Ogg или MP3.</translation>
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
    <message>
        <source>Own files</source>
        <translation>Собственные файлы</translation>
    </message>
    <message>
        <source>All files, those of the parents too</source>
        <translation>Все файлы, и родительские</translation>
    </message>
    <message>
        <source>Own prompts nobody plays</source>
        <translation>Собственные подсказки, которые никто не играет</translation>
    </message>
    <message>
        <source>Prompts that are missing</source>
        <translation>Недостающие подсказки</translation>
    </message>
    <message>
        <source>Files to show</source>
        <translation>Какие файлы показывать</translation>
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
    <name>pbx::editor::WebAdminDialog</name>
    <message>
        <source>Through WebAdmin&apos;s Page</source>
        <translation>Через страницу WebAdmin</translation>
    </message>
    <message>
        <source>Where the command port is closed, the page of the environment in WebAdmin takes the whole environment as one archive. It replaces files and removes none. There is no way back but the next archive: where the command port is open, push instead.</source>
        <translation>Если порт команд закрыт, страница среды в WebAdmin принимает всю среду одним архивом. Он заменяет файлы и ничего не удаляет. Назад пути нет, кроме следующего архива: если порт команд открыт, лучше отправить.</translation>
    </message>
    <message>
        <source>&amp;Write the Archive…</source>
        <translation>&amp;Записать архив…</translation>
    </message>
    <message>
        <source>&amp;Open the Page in the Browser</source>
        <translation>&amp;Открыть страницу в браузере</translation>
    </message>
    <message>
        <source>&amp;Upload from Here</source>
        <translation>&amp;Загрузить отсюда</translation>
    </message>
    <message>
        <source>Finds the form for files on the page and sends the archive through it</source>
        <translation>Находит на странице форму для файлов и отправляет через неё архив</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>Срав&amp;нить</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Ход работы</translation>
    </message>
    <message>
        <source>&amp;Page:</source>
        <translation>&amp;Страница:</translation>
    </message>
    <message>
        <source>By hand:</source>
        <translation>Вручную:</translation>
    </message>
    <message>
        <source>By itself:</source>
        <translation>Само:</translation>
    </message>
    <message>
        <source>No browser could be started. Open the address above yourself.</source>
        <translation>Браузер не запустился. Откройте адрес выше сами.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read: %2</source>
        <translation>%1 не читается: %2</translation>
    </message>
    <message>
        <source>The page has taken the archive. What it did with it, no page tells: compare, which reads back every file.</source>
        <translation>Страница приняла архив. Что она с ним сделала, не скажет ни одна страница: сравните, тогда каждый файл прочтётся обратно.</translation>
    </message>
    <message>
        <source>Stopped. What had arrived by then, the server may have stored: compare.</source>
        <translation>Остановлено. То, что успело дойти, сервер мог сохранить: сравните.</translation>
    </message>
    <message>
        <source>Writing the archive and sending it…</source>
        <translation>Запись и отправка архива…</translation>
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
        <translation>Отбо&amp;й</translation>
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
        <translation>Отбо&amp;й</translation>
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
<context>
    <name>practice</name>
    <message>
        <source>There is no fault &quot;%1&quot;; `pbx serve --help` lists them.</source>
        <translation>Неисправности «%1» нет; `pbx serve --help` перечисляет их.</translation>
    </message>
    <message>
        <source>The fault &quot;%1&quot; needs a number behind a colon, as in &quot;%2:12&quot;.</source>
        <translation>Неисправности «%1» нужно число после двоеточия, как в «%2:12».</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read: %2.</source>
        <translation>%1 не читается: %2.</translation>
    </message>
    <message>
        <source>%1 holds no certificate in PEM form.</source>
        <translation>В %1 нет сертификата в виде PEM.</translation>
    </message>
    <message>
        <source>%1 holds no private key in PEM form, or one with a password.</source>
        <translation>В %1 нет закрытого ключа в виде PEM или он с паролем.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no network address.</source>
        <translation>«%1» — не сетевой адрес.</translation>
    </message>
    <message>
        <source>Nothing can be listened to at %1, port %2: %3.</source>
        <translation>На %1, порт %2, слушать нельзя: %3.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be copied to %2. Look whether there is space left.</source>
        <translation>%1 не удалось скопировать в %2. Проверьте, есть ли место.</translation>
    </message>
</context>
</TS>
