<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>CalendarRow</name>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete “{0}” with its %n event(s)?</source>
        <translation>
            <numerusform>Delete “{0}” with its %n event?</numerusform>
            <numerusform>Delete “{0}” with its %n events?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommentPane</name>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%n comment</numerusform>
            <numerusform>%n comments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DateList</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n h ago</numerusform>
            <numerusform>%n h ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message numerus="yes">
        <source>%n date(s) deleted.</source>
        <translation>
            <numerusform>%n date deleted.</numerusform>
            <numerusform>%n dates deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n date(s)</source>
        <translation>
            <numerusform>%n date</numerusform>
            <numerusform>%n dates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) deleted.</source>
        <translation>
            <numerusform>%n event deleted.</numerusform>
            <numerusform>%n events deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EventWords</name>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%n comment</numerusform>
            <numerusform>%n comments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportCheck</name>
    <message numerus="yes">
        <source>%n event(s) mended in the agenda.</source>
        <translation>
            <numerusform>%n event mended in the agenda.</numerusform>
            <numerusform>%n events mended in the agenda.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportCheckDialog</name>
    <message numerus="yes">
        <source>%n event(s) would not be read rightly by {0}</source>
        <translation>
            <numerusform>%n event would not be read rightly by {0}</numerusform>
            <numerusform>%n events would not be read rightly by {0}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Strict programs would stumble over %n event(s)</source>
        <translation>
            <numerusform>Strict programs would stumble over %n event</numerusform>
            <numerusform>Strict programs would stumble over %n events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>%n problem(s) will be mended in the file.</source>
        <translation>
            <numerusform>%n problem will be mended in the file.</numerusform>
            <numerusform>%n problems will be mended in the file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) will stay.</source>
        <translation>
            <numerusform>%n problem will stay.</numerusform>
            <numerusform>%n problems will stay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Strict programs would stumble over %n thing(s).</source>
        <translation>
            <numerusform>Strict programs would stumble over %n thing.</numerusform>
            <numerusform>Strict programs would stumble over %n things.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message numerus="yes">
        <source>%n event(s) copied as iCalendar.</source>
        <translation>
            <numerusform>%n event copied as iCalendar.</numerusform>
            <numerusform>%n events copied as iCalendar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) exported to “{0}”.</source>
        <translation>
            <numerusform>%n event exported to “{0}”.</numerusform>
            <numerusform>%n events exported to “{0}”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a date left out.</source>
        <translation>
            <numerusform>%n without a date left out.</numerusform>
            <numerusform>%n without a date left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n event(s) of the agenda</source>
        <translation>
            <numerusform>All %n event of the agenda</numerusform>
            <numerusform>All %n events of the agenda</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n event(s), those of hidden calendars too</source>
        <translation>
            <numerusform>All %n event, those of hidden calendars too</numerusform>
            <numerusform>All %n events, those of hidden calendars too</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %n event(s) of the list</source>
        <translation>
            <numerusform>The %n event of the list</numerusform>
            <numerusform>The %n events of the list</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %n selected event(s)</source>
        <translation>
            <numerusform>The %n selected event</numerusform>
            <numerusform>The %n selected events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportFields</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportPreview</name>
    <message numerus="yes">
        <source>%n changed date(s)</source>
        <translation>
            <numerusform>%n changed date</numerusform>
            <numerusform>%n changed dates</numerusform>
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
        <source>%n deleted here</source>
        <translation>
            <numerusform>%n deleted here</numerusform>
            <numerusform>%n deleted here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) not read</source>
        <translation>
            <numerusform>%n file not read</numerusform>
            <numerusform>%n files not read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n likely here already</source>
        <translation>
            <numerusform>%n likely here already</numerusform>
            <numerusform>%n likely here already</numerusform>
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
        <source>%n not newer than here</source>
        <translation>
            <numerusform>%n not newer than here</numerusform>
            <numerusform>%n not newer than here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repair(s)</source>
        <translation>
            <numerusform>%n repair</numerusform>
            <numerusform>%n repairs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unchanged</source>
        <translation>
            <numerusform>%n unchanged</numerusform>
            <numerusform>%n unchanged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown time zone(s), read as the agenda’s</source>
        <translation>
            <numerusform>%n unknown time zone, read as the agenda’s</numerusform>
            <numerusform>%n unknown time zones, read as the agenda’s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a date</source>
        <translation>
            <numerusform>%n without a date</numerusform>
            <numerusform>%n without a date</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n</source>
        <translation>
            <numerusform>All %n</numerusform>
            <numerusform>All %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>From %n file(s): {0}</source>
        <translation>
            <numerusform>From %n file: {0}</numerusform>
            <numerusform>From %n files: {0}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n event(s)</source>
        <translation>
            <numerusform>Import %n event</numerusform>
            <numerusform>Import %n events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing to do: %n event(s), here already</source>
        <translation>
            <numerusform>Nothing to do: %n event, here already</numerusform>
            <numerusform>Nothing to do: %n events, here already</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportReport</name>
    <message numerus="yes">
        <source>%n component(s) {0} left out.</source>
        <translation>
            <numerusform>%n component {0} left out.</numerusform>
            <numerusform>%n components {0} left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deleted here, not taken</source>
        <translation>
            <numerusform>%n deleted here, not taken</numerusform>
            <numerusform>%n deleted here, not taken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) added</source>
        <translation>
            <numerusform>%n event added</numerusform>
            <numerusform>%n events added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) not read</source>
        <translation>
            <numerusform>%n file not read</numerusform>
            <numerusform>%n files not read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n free/busy block(s) left out: Parvis keeps events.</source>
        <translation>
            <numerusform>%n free/busy block left out: Parvis keeps events.</numerusform>
            <numerusform>%n free/busy blocks left out: Parvis keeps events.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n journal entry(ies) left out: Parvis keeps events.</source>
        <translation>
            <numerusform>%n journal entry left out: Parvis keeps events.</numerusform>
            <numerusform>%n journal entries left out: Parvis keeps events.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n left out</numerusform>
            <numerusform>%n left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n older than here, not taken</source>
        <translation>
            <numerusform>%n older than here, not taken</numerusform>
            <numerusform>%n older than here, not taken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repair(s)</source>
        <translation>
            <numerusform>%n repair</numerusform>
            <numerusform>%n repairs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown time zone(s)</source>
        <translation>
            <numerusform>%n unknown time zone</numerusform>
            <numerusform>%n unknown time zones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a date</source>
        <translation>
            <numerusform>%n without a date</numerusform>
            <numerusform>%n without a date</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) left out: Parvis keeps events.</source>
        <translation>
            <numerusform>%n task left out: Parvis keeps events.</numerusform>
            <numerusform>%n tasks left out: Parvis keeps events.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n there already</source>
        <translation>
            <numerusform>%n there already</numerusform>
            <numerusform>%n there already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n updated</source>
        <translation>
            <numerusform>%n updated</numerusform>
            <numerusform>%n updated</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportReportDialog</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListPane</name>
    <message numerus="yes">
        <source>%n date(s)</source>
        <translation>
            <numerusform>%n date</numerusform>
            <numerusform>%n dates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoEvent</name>
    <message numerus="yes">
        <source>%n event(s) selected</source>
        <translation>
            <numerusform>%n event selected</numerusform>
            <numerusform>%n events selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecurrenceWords</name>
    <message numerus="yes">
        <source>every %n day(s)</source>
        <translation>
            <numerusform>every day</numerusform>
            <numerusform>every %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n hour(s)</source>
        <translation>
            <numerusform>every hour</numerusform>
            <numerusform>every %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n minute(s)</source>
        <translation>
            <numerusform>every minute</numerusform>
            <numerusform>every %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n month(s)</source>
        <translation>
            <numerusform>every month</numerusform>
            <numerusform>every %n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n second(s)</source>
        <translation>
            <numerusform>every second</numerusform>
            <numerusform>every %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n week(s)</source>
        <translation>
            <numerusform>every week</numerusform>
            <numerusform>every %n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n year(s)</source>
        <translation>
            <numerusform>every year</numerusform>
            <numerusform>every %n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>on %n further date(s)</source>
        <translation>
            <numerusform>on one further date</numerusform>
            <numerusform>on %n further dates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0}, %n time(s)</source>
        <translation>
            <numerusform>{0}, once</numerusform>
            <numerusform>{0}, %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0}, except on %n date(s)</source>
        <translation>
            <numerusform>{0}, except on one date</numerusform>
            <numerusform>{0}, except on %n dates</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Repairs</name>
    <message numerus="yes">
        <source>Lines {0} and %n more</source>
        <translation>
            <numerusform>Lines {0} and %n more</numerusform>
            <numerusform>Lines {0} and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%n comment</numerusform>
            <numerusform>%n comments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScopeBar</name>
    <message numerus="yes">
        <source>%n date(s) selected: what you change here changes all dates of the series.</source>
        <translation>
            <numerusform>%n date selected: what you change here changes all dates of the series.</numerusform>
            <numerusform>%n dates selected: what you change here changes all dates of the series.</numerusform>
        </translation>
    </message>
</context>
</TS>
