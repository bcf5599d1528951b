/* Stands between a process and its disk: records what it does to the files below one folder, or
 * fails one call of it. Loaded with LD_PRELOAD; told what to do by the process itself, through
 * disk_fail() and disk_record(), so that one process can fork a child for every fault. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { ONCE = 0, FOR_EVER = 1, SHORT = 2 };

static char folder[PATH_MAX];
static long fail_at, calls, hits;
static int how, code, with_reads, log_fd = -1;

void disk_fail(const char *path, long at, int mode, int error, int reads)
{
    snprintf(folder, sizeof folder, "%s", path);
    fail_at = at, how = mode, code = error, with_reads = reads, calls = hits = 0;
}

long disk_hits(void) { return hits; }

void disk_record(const char *path, int fd)
{
    snprintf(folder, sizeof folder, "%s", path);
    log_fd = fd;
}

/* One record: what, which descriptor, where, then two texts with their lengths. */
static void put(char what, int fd, int64_t at, const void *one, size_t n, const void *two, size_t m)
{
    struct __attribute__((packed)) { char what; int32_t fd; int64_t at, n, m; } head = {
        what, fd, at, (int64_t)n, (int64_t)m };
    if (log_fd < 0)
        return;
    syscall(SYS_write, log_fd, &head, sizeof head);
    if (n)
        syscall(SYS_write, log_fd, one, n);
    if (m)
        syscall(SYS_write, log_fd, two, m);
}

void disk_mark(long number) { put('A', 0, number, 0, 0, 0, 0); }

static int inside(const char *path) { return folder[0] && path && strstr(path, folder) == path; }

static int inside_fd(int fd)
{
    char link[64], path[PATH_MAX];
    ssize_t n;
    if (!folder[0])
        return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    n = readlink(link, path, sizeof path - 1);
    if (n < 0)
        return 0;
    path[n] = 0;
    return inside(path);
}

/* Count a call that concerns the folder, and tell whether it has to fail. */
static int fails(void)
{
    if (!fail_at)
        return 0;
    calls++;
    if (calls == fail_at || (how != ONCE && calls > fail_at)) {
        hits++;
        errno = code;
        return 1;
    }
    return 0;
}

#define REAL(name) static __typeof__(name) *real; if (!real) real = dlsym(RTLD_NEXT, #name)

#define OPEN(name) \
    int name(const char *path, int flags, ...) \
    { \
        mode_t mode = 0; \
        int fd; \
        REAL(name); \
        if (flags & (O_CREAT | O_TMPFILE)) { \
            va_list rest; \
            va_start(rest, flags); \
            mode = va_arg(rest, mode_t); \
            va_end(rest); \
        } \
        int counts = inside(path) && (with_reads || (flags & (O_CREAT | O_WRONLY | O_RDWR))); \
        if (counts && fails()) \
            return -1; \
        fd = real(path, flags, mode); \
        if (fd >= 0 && inside(path)) \
            put('O', fd, flags & (O_CREAT | O_TRUNC | O_APPEND), path, strlen(path), 0, 0); \
        return fd; \
    }
OPEN(open)
OPEN(open64)

static ssize_t note_write(int fd, int64_t at, const void *data, ssize_t done)
{
    if (done > 0)
        put('W', fd, at, data, (size_t)done, 0, 0);
    return done;
}

ssize_t write(int fd, const void *data, size_t n)
{
    REAL(write);
    if (fd == log_fd || !inside_fd(fd))
        return real(fd, data, n);
    if (fails()) {
        if (how == SHORT && hits == 1 && n > 1) {
            int64_t here = lseek(fd, 0, SEEK_CUR);
            return note_write(fd, here, data, real(fd, data, n / 2));
        }
        return -1;
    }
    int64_t at = lseek(fd, 0, (fcntl(fd, F_GETFL) & O_APPEND) ? SEEK_END : SEEK_CUR);
    return note_write(fd, at, data, real(fd, data, n));
}

#define PWRITE(name, offset) \
    ssize_t name(int fd, const void *data, size_t n, offset at) \
    { \
        REAL(name); \
        if (!inside_fd(fd)) \
            return real(fd, data, n, at); \
        if (fails()) { \
            if (how == SHORT && hits == 1 && n > 1) \
                return note_write(fd, at, data, real(fd, data, n / 2, at)); \
            return -1; \
        } \
        return note_write(fd, at, data, real(fd, data, n, at)); \
    }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

#define READ(name, signature, arguments) \
    ssize_t name signature \
    { \
        REAL(name); \
        if (with_reads && inside_fd(fd) && fails()) \
            return -1; \
        return real arguments; \
    }
READ(read, (int fd, void *data, size_t n), (fd, data, n))
READ(pread, (int fd, void *data, size_t n, off_t at), (fd, data, n, at))
READ(pread64, (int fd, void *data, size_t n, off64_t at), (fd, data, n, at))

#define SYNC(name) \
    int name(int fd) \
    { \
        REAL(name); \
        if (inside_fd(fd)) { \
            if (fails()) \
                return -1; \
            put('S', fd, 0, 0, 0, 0, 0); \
        } \
        return real(fd); \
    }
SYNC(fsync)
SYNC(fdatasync)

#define TRUNCATE(name, offset) \
    int name(int fd, offset size) \
    { \
        REAL(name); \
        if (inside_fd(fd)) { \
            if (fails()) \
                return -1; \
            put('T', fd, size, 0, 0, 0, 0); \
        } \
        return real(fd, size); \
    }
TRUNCATE(ftruncate, off_t)
TRUNCATE(ftruncate64, off64_t)

int close(int fd)
{
    REAL(close);
    if (log_fd >= 0 && fd != log_fd && inside_fd(fd))
        put('C', fd, 0, 0, 0, 0, 0);
    return real(fd);
}

#define ONE_PATH(name, letter, signature, arguments) \
    int name signature \
    { \
        int done; \
        REAL(name); \
        if (inside(path) && fails()) \
            return -1; \
        done = real arguments; \
        if (!done && inside(path)) \
            put(letter, 0, 0, path, strlen(path), 0, 0); \
        return done; \
    }
ONE_PATH(unlink, 'U', (const char *path), (path))
ONE_PATH(rmdir, 'U', (const char *path), (path))
ONE_PATH(mkdir, 'M', (const char *path, mode_t mode), (path, mode))

#define TWO_PATHS(name, letter) \
    int name(const char *from, const char *path) \
    { \
        int done; \
        REAL(name); \
        if ((inside(path) || inside(from)) && fails()) \
            return -1; \
        done = real(from, path); \
        if (!done && (inside(path) || inside(from))) \
            put(letter, 0, 0, from, strlen(from), path, strlen(path)); \
        return done; \
    }
TWO_PATHS(rename, 'R')
TWO_PATHS(link, 'L')
