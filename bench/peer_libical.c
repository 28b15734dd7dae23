/* libical in C. month RULES FIRST LAST: the dates of rules within a stretch; export FILE: an .ics written.
   Prints milliseconds of CPU and a count. A line of RULES: DTSTART, a tab, RRULE. */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static double cpu_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static int dates_of(char *line, struct icaltimetype first, struct icaltimetype last)
{
    char *rule = strchr(line, '\t');
    *rule++ = 0;
    rule[strcspn(rule, "\n")] = 0;
    struct icalrecurrencetype recur = icalrecurrencetype_from_string(rule);
    struct icaltimetype start = icaltime_from_string(line), at;
    icalrecur_iterator *dates = icalrecur_iterator_new(recur, start);
    int found = 0;
    if (!dates)
        return 0;
    if (recur.count == 0 && icaltime_compare(start, first) < 0)
        icalrecur_iterator_set_start(dates, first); /* libical cannot count from the middle */
    while (at = icalrecur_iterator_next(dates), !icaltime_is_null_time(at) && icaltime_compare(at, last) < 0)
        found += icaltime_compare(at, first) >= 0;
    icalrecur_iterator_free(dates);
    return found;
}

static int month(const char *path, const char *from, const char *to)
{
    struct icaltimetype first = icaltime_from_string(from), last = icaltime_from_string(to);
    FILE *file = fopen(path, "r");
    char line[512];
    int found = 0;
    if (!file)
        return 1;
    double start = cpu_ms();
    while (fgets(line, sizeof line, file))
        found += dates_of(line, first, last);
    printf("%f %d\n", cpu_ms() - start, found);
    return fclose(file);
}

static int written(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        return 1;
    fseek(file, 0, SEEK_END);
    long size = ftell(file);
    rewind(file);
    char *text = calloc(1, size + 1);
    if (!text || fread(text, 1, size, file) != (size_t)size)
        return 1;
    icalcomponent *calendar = icalparser_parse_string(text);
    double start = cpu_ms();
    char *out = icalcomponent_as_ical_string_r(calendar);
    printf("%f %zu\n", cpu_ms() - start, strlen(out));
    return fclose(file);
}

int main(int count, char **arguments)
{
    if (count == 5 && !strcmp(arguments[1], "month"))
        return month(arguments[2], arguments[3], arguments[4]);
    return count == 3 && !strcmp(arguments[1], "export") ? written(arguments[2]) : 2;
}
