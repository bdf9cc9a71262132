<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Dialogs</name>
    <message numerus="yes">
        <source>%n file(s) have changes that are not saved:</source>
        <translation>
            <numerusform>%n file has changes that are not saved:</numerusform>
            <numerusform>%n files have changes that are not saved:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileEdits</name>
    <message numerus="yes">
        <source>Delete %n file(s)</source>
        <translation>
            <numerusform>Delete %n file</numerusform>
            <numerusform>Delete %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n file(s)</source>
        <translation>
            <numerusform>Move %n file</numerusform>
            <numerusform>Move %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n file(s)</source>
        <translation>
            <numerusform>Add %n file</numerusform>
            <numerusform>Add %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MediaDecoder</name>
    <message numerus="yes">
        <source>nothing came out of it for %n second(s)</source>
        <translation>
            <numerusform>nothing came out of it for %n second</numerusform>
            <numerusform>nothing came out of it for %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Size</name>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pbx::app::MainWindow</name>
    <message numerus="yes">
        <source>Import %n file(s)</source>
        <translation>
            <numerusform>Import %n file</numerusform>
            <numerusform>Import %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) in %1</source>
        <translation>
            <numerusform>%n file in %1</numerusform>
            <numerusform>%n files in %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pbx::app::ProblemsModel</name>
    <message numerus="yes">
        <source>Record %n prompt(s)…</source>
        <translation>
            <numerusform>Record %n prompt…</numerusform>
            <numerusform>Record %n prompts…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pbx::app::ScenariosPanel</name>
    <message numerus="yes">
        <source>%n scenario(s), not run yet</source>
        <translation>
            <numerusform>%n scenario, not run yet</numerusform>
            <numerusform>%n scenarios, not run yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n scenario(s) passed</source>
        <translation>
            <numerusform>%n scenario passed</numerusform>
            <numerusform>%n scenarios passed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <comment>scenarios</comment>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n can&apos;t be run</source>
        <comment>scenarios</comment>
        <translation>
            <numerusform>%n can&apos;t be run</numerusform>
            <numerusform>%n can&apos;t be run</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to come</source>
        <comment>scenarios</comment>
        <translation>
            <numerusform>%n to come</numerusform>
            <numerusform>%n to come</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not run</source>
        <comment>scenarios</comment>
        <translation>
            <numerusform>%n not run</numerusform>
            <numerusform>%n not run</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pbx::app::StatusLine</name>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pbx::editor::AttendantPanel</name>
    <message numerus="yes">
        <source>extension of %n digit(s)</source>
        <translation>
            <numerusform>extension of %n digit</numerusform>
            <numerusform>extension of %n digits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n prompt(s) missing in %1: %2</source>
        <translation>
            <numerusform>%n prompt missing in %1: %2</numerusform>
            <numerusform>%n prompts missing in %1: %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pbx::editor::DeployModel</name>
    <message numerus="yes">
        <source>change %n setting(s)</source>
        <translation>
            <numerusform>change %n setting</numerusform>
            <numerusform>change %n settings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pbx::editor::DeployPanel</name>
    <message numerus="yes">
        <source>%n action(s) to push (%1)</source>
        <translation>
            <numerusform>%n action to push (%1)</numerusform>
            <numerusform>%n actions to push (%1)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to take</source>
        <translation>
            <numerusform>%n to take</numerusform>
            <numerusform>%n to take</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s) to decide</source>
        <translation>
            <numerusform>%n conflict to decide</numerusform>
            <numerusform>%n conflicts to decide</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n the same</source>
        <translation>
            <numerusform>%n the same</numerusform>
            <numerusform>%n the same</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pull %n file(s)</source>
        <translation>
            <numerusform>Pull %n file</numerusform>
            <numerusform>Pull %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were taken. Left as they are here:</source>
        <translation>
            <numerusform>%n file was taken. Left as they are here:</numerusform>
            <numerusform>%n files were taken. Left as they are here:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) for the environment of %1 on %2. Each file is backed up before, and read back after.</source>
        <translation>
            <numerusform>%n action for the environment of %1 on %2. Each file is backed up before, and read back after.</numerusform>
            <numerusform>%n actions for the environment of %1 on %2. Each file is backed up before, and read back after.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s) stay as they are on both sides until you decide them.</source>
        <translation>
            <numerusform>%n conflict stays as it is on both sides until you decide it.</numerusform>
            <numerusform>%n conflicts stay as they are on both sides until you decide them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pbx::editor::ExportDialog</name>
    <message numerus="yes">
        <source>%n file(s) go in, %1.</source>
        <translation>
            <numerusform>%n file goes in, %1.</numerusform>
            <numerusform>%n files go in, %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stay(s) out.</source>
        <translation>
            <numerusform>%n stays out.</numerusform>
            <numerusform>%n stay out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Export %n File(s)</source>
        <translation>
            <numerusform>&amp;Export %n File</numerusform>
            <numerusform>&amp;Export %n Files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pbx::editor::FindBar</name>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) replaced</source>
        <translation>
            <numerusform>%n place replaced</numerusform>
            <numerusform>%n places replaced</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pbx::editor::ImportDialog</name>
    <message numerus="yes">
        <source>&amp;Import %n File(s)</source>
        <translation>
            <numerusform>&amp;Import %n File</numerusform>
            <numerusform>&amp;Import %n Files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n the same</source>
        <translation>
            <numerusform>%n the same</numerusform>
            <numerusform>%n the same</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n refused</numerusform>
            <numerusform>%n refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) in the archive</source>
        <translation>
            <numerusform>%n file in the archive</numerusform>
            <numerusform>%n files in the archive</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Chosen: %n file(s), %1.</source>
        <translation>
            <numerusform>Chosen: %n file, %1.</numerusform>
            <numerusform>Chosen: %n files, %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing of this archive can be taken, because %n of its entries can&apos;t be a file of an environment. Make the archive again without what is refused.</source>
        <translation>
            <numerusform>Nothing of this archive can be taken, because %n of its entries can&apos;t be a file of an environment. Make the archive again without what is refused.</numerusform>
            <numerusform>Nothing of this archive can be taken, because %n of its entries can&apos;t be a file of an environment. Make the archive again without what is refused.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pbx::editor::Locator</name>
    <message numerus="yes">
        <source>%n place(s). Enter goes there.</source>
        <translation>
            <numerusform>%n place. Enter goes there.</numerusform>
            <numerusform>%n places. Enter goes there.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pbx::editor::ProbeDialog</name>
    <message numerus="yes">
        <source>%n question(s) could not be asked.</source>
        <translation>
            <numerusform>%n question could not be asked.</numerusform>
            <numerusform>%n questions could not be asked.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pbx::editor::PromptsPanel</name>
    <message numerus="yes">
        <source>%n prompt(s)</source>
        <translation>
            <numerusform>%n prompt</numerusform>
            <numerusform>%n prompts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to be recorded</source>
        <translation>
            <numerusform>%n to be recorded</numerusform>
            <numerusform>%n to be recorded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 %n prompt(s)</source>
        <translation>
            <numerusform>%1 %n prompt</numerusform>
            <numerusform>%1 %n prompts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n prompt(s)</source>
        <translation>
            <numerusform>Import %n prompt</numerusform>
            <numerusform>Import %n prompts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pbx::editor::PushDialog</name>
    <message numerus="yes">
        <source>%n file(s) were changed on the server since; this would go over it.</source>
        <translation>
            <numerusform>%n file was changed on the server since; this would go over it.</numerusform>
            <numerusform>%n files were changed on the server since; this would go over them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more (see Problems and Scenarios)</source>
        <translation>
            <numerusform>and %n more (see Problems and Scenarios)</numerusform>
            <numerusform>and %n more (see Problems and Scenarios)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Done: %n action(s), each read back and compared.</source>
        <translation>
            <numerusform>Done: %n action, read back and compared.</numerusform>
            <numerusform>Done: %n actions, each read back and compared.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pbx::editor::PushHistory</name>
    <message numerus="yes">
        <source>%n action(s)</source>
        <translation>
            <numerusform>%n action</numerusform>
            <numerusform>%n actions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pbx::editor::RecordingSession</name>
    <message numerus="yes">
        <source>That was the last one. %n prompt(s) recorded.</source>
        <translation>
            <numerusform>That was the last one. %n prompt recorded.</numerusform>
            <numerusform>That was the last one. %n prompts recorded.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pbx::editor::RuleList</name>
    <message numerus="yes">
        <source>after %n second(s)</source>
        <translation>
            <numerusform>after %n second</numerusform>
            <numerusform>after %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pbx::editor::SearchModel</name>
    <message numerus="yes">
        <source>%1, %n place(s)</source>
        <translation>
            <numerusform>%1, %n place</numerusform>
            <numerusform>%1, %n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pbx::editor::SearchPanel</name>
    <message numerus="yes">
        <source>Not found in %n file(s).</source>
        <translation>
            <numerusform>Not found in %n file.</numerusform>
            <numerusform>Not found in %n files.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> in %n file(s).</source>
        <translation>
            <numerusform> in %n file.</numerusform>
            <numerusform> in %n files.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be read: %1</source>
        <translation>
            <numerusform>%n file could not be read: %1</numerusform>
            <numerusform>%n files could not be read: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pbx::editor::SoundJob</name>
    <message numerus="yes">
        <source>Reading %n sound(s)…</source>
        <translation>
            <numerusform>Reading %n sound…</numerusform>
            <numerusform>Reading %n sounds…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pbx::editor::SpeechJob</name>
    <message numerus="yes">
        <source>Speaking %n prompt(s)…</source>
        <translation>
            <numerusform>Speaking %n prompt…</numerusform>
            <numerusform>Speaking %n prompts…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Speak %n prompt(s) in %1</source>
        <translation>
            <numerusform>Speak %n prompt in %1</numerusform>
            <numerusform>Speak %n prompts in %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pbx::phone::PhonePanel</name>
    <message numerus="yes">
        <source>%1, %n s left</source>
        <translation>
            <numerusform>%1, %n s left</numerusform>
            <numerusform>%1, %n s left</numerusform>
        </translation>
    </message>
</context>
</TS>
