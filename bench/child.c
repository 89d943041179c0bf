/* What the benchmarks have guarded. Every one of these ends by itself after some minutes, whatever happens.
 *
 *   child ramp LIMIT RATE REPORT     grows by RATE bytes a second and through LIMIT
 *   child hold BYTES                 has a resident set of that size and does nothing
 *   child copy COUNTER EVERY LIMIT RATE DIRECTORY
 *                                    one of many: COUNTER, a file of eight bytes, tells which. Every EVERYth one
 *                                    opens the FIFO DIRECTORY/go-N and ramps as soon as somebody opens it for
 *                                    writing, with DIRECTORY/report-N for its report; the others do nothing.
 *   child pour BYTES REPORT          writes that much to stdout, in lines. Its report is two numbers: how long all
 *                                    of it took, and the longest single write, in nanoseconds.
 *
 * Any other report is three numbers of eight bytes: when the resident set went through the limit and when SIGTERM came,
 * on CLOCK_MONOTONIC in nanoseconds, and the resident set at that time in bytes.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <time.h>
#include <unistd.h>

#define SECONDS_TO_LIVE 1800
#define STEP (64L << 10)
#define PAGE 4096L
/* Past the limit it grows on by so much at most: nobody may have noticed. */
#define MOST_BEYOND (256L << 20)

static volatile int64_t crossed_at;
static volatile int64_t resident;
static int report;

static int64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000000000LL + time.tv_nsec;
}

static void fail(const char *what) {
    perror(what);
    exit(1);
}

static void sleep_until(int64_t at) {
    struct timespec time = {at / 1000000000, at % 1000000000};
    clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &time, NULL);
}

static void on_term(int number) {
    (void)number;
    int64_t found[3] = {crossed_at, now(), resident};
    ssize_t written = write(report, found, sizeof found);
    _exit(written == sizeof found ? 0 : 1);
}

/* Exactly, once; from then on every page that is touched is counted. */
static int64_t resident_now(void) {
    FILE *rollup = fopen("/proc/self/smaps_rollup", "r");
    long kilobytes = 0;
    char line[256];
    if (!rollup) fail("smaps_rollup");
    while (fgets(line, sizeof line, rollup) && sscanf(line, "Rss: %ld kB", &kilobytes) != 1) {
    }
    fclose(rollup);
    return kilobytes * 1024;
}

/* Small pages, for huge ones would come two megabytes at a time. */
static char *room(size_t bytes) {
    char *begin = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (begin == MAP_FAILED) fail("mmap");
    madvise(begin, bytes, MADV_NOHUGEPAGE);
    return begin;
}

static void touch(char *page, int64_t limit) {
    *page = 1;
    resident += PAGE;
    if (!crossed_at && resident > limit) crossed_at = now();
}

static void ramp(int64_t limit, int64_t rate, const char *path) {
    report = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (report < 0) fail(path);
    char *begin = room(limit + MOST_BEYOND);
    resident = resident_now();
    signal(SIGTERM, on_term);
    /* The default of 50 microseconds would be a third of a step. */
    prctl(PR_SET_TIMERSLACK, 1);
    int64_t start = now();
    int64_t touched = 0;
    while (resident < limit + MOST_BEYOND - STEP) {
        sleep_until(start + (int64_t)((touched + STEP) * 1e9 / rate));
        for (int64_t end = touched + STEP; touched < end; touched += PAGE) touch(begin + touched, limit);
    }
    sleep(3);
    _exit(2);
}

static void hold(int64_t bytes) {
    int64_t missing = bytes - resident_now();
    if (missing > 0) memset(room(missing), 1, missing);
    for (;;) pause();
}

static int64_t my_number(const char *counter) {
    int file = open(counter, O_RDWR | O_CLOEXEC);
    if (file < 0) fail(counter);
    int64_t *count = mmap(NULL, sizeof *count, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    if (count == MAP_FAILED) fail("mmap");
    close(file);
    int64_t mine = __atomic_add_fetch(count, 1, __ATOMIC_SEQ_CST);
    munmap(count, sizeof *count);
    return mine;
}

static void copy(char **words) {
    int64_t number = my_number(words[0]);
    int64_t every = atoll(words[1]);
    char path[4096];
    if (every == 0 || number % every != 0) {
        for (;;) pause();
    }
    snprintf(path, sizeof path, "%s/go-%lld", words[4], (long long)(number / every));
    int gate = open(path, O_RDONLY | O_CLOEXEC);
    if (gate < 0) fail(path);
    close(gate);
    snprintf(path, sizeof path, "%s/report-%lld", words[4], (long long)(number / every));
    ramp(atoll(words[2]), atoll(words[3]), path);
}

static void pour(int64_t bytes, const char *path) {
    static const char LINE[] = "a line of output, as long as lines of logs are: 2026-01-01T00:00:00Z INFO started\n";
    static char piece[64 << 10];
    for (size_t at = 0; at < sizeof piece; at++) piece[at] = LINE[at % (sizeof LINE - 1)];
    int64_t took[2] = {0, 0};
    int64_t begin = now();
    while (bytes > 0) {
        int64_t before = now();
        ssize_t written = write(STDOUT_FILENO, piece, bytes < (int64_t)sizeof piece ? (size_t)bytes : sizeof piece);
        if (written < 0) fail("stdout");
        int64_t waited = now() - before;
        if (waited > took[1]) took[1] = waited;
        bytes -= written;
    }
    took[0] = now() - begin;
    report = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (report < 0 || write(report, took, sizeof took) != sizeof took) fail(path);
}

int main(int count, char **words) {
    alarm(SECONDS_TO_LIVE);
    if (count == 5 && !strcmp(words[1], "ramp")) {
        alarm(120);
        ramp(atoll(words[2]), atoll(words[3]), words[4]);
    } else if (count == 3 && !strcmp(words[1], "hold")) {
        hold(atoll(words[2]));
    } else if (count == 7 && !strcmp(words[1], "copy")) {
        copy(words + 2);
    } else if (count == 4 && !strcmp(words[1], "pour")) {
        pour(atoll(words[2]), words[3]);
        return 0;
    }
    fprintf(stderr,
            "usage: child ramp LIMIT RATE REPORT | hold BYTES | copy COUNTER EVERY LIMIT RATE DIRECTORY"
            " | pour BYTES REPORT\n");
    return 2;
}
