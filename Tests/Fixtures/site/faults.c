/* Lets the system refuse what a server asks, as broken disks and people at the clock do. Loaded by LD_PRELOAD; the file
   named by SITE_FAULTS holds the word that is in force: none, full (ENOSPC), broken (EIO on writes), unsynced (EIO on
   fsync and fdatasync), or a number of seconds by which the wall clock is off. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>

static int fault(char *word, size_t size) {
    const char *path = getenv("SITE_FAULTS");
    int descriptor = path ? open(path, O_RDONLY | O_CLOEXEC) : -1;
    ssize_t count = descriptor < 0 ? 0 : read(descriptor, word, size - 1);
    if (descriptor >= 0) close(descriptor);
    word[count > 0 ? count : 0] = 0;
    return count > 0;
}

static int is(const char *wanted) {
    char word[32];
    int saved = errno, found = fault(word, sizeof word) && strcmp(word, wanted) == 0;
    errno = saved;
    return found;
}

/* Only the database's own files: the log of the test stays writable. */
static int is_database(int descriptor) {
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t count = readlink(link, path, sizeof path - 1);
    path[count > 0 ? count : 0] = 0;
    return strstr(path, "site.sqlite") != NULL;
}

static int refuses_write(int descriptor) {
    if (!is_database(descriptor)) return 0;
    if (is("full")) return ENOSPC;
    if (is("broken")) return EIO;
    return 0;
}

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t pwrite64(int descriptor, const void *bytes, size_t count, off64_t offset) {
    int reason = refuses_write(descriptor);
    if (reason) { errno = reason; return -1; }
    return NEXT(pwrite64)(descriptor, bytes, count, offset);
}

ssize_t write(int descriptor, const void *bytes, size_t count) {
    int reason = refuses_write(descriptor);
    if (reason) { errno = reason; return -1; }
    return NEXT(write)(descriptor, bytes, count);
}

int ftruncate64(int descriptor, off64_t length) {
    int reason = refuses_write(descriptor);
    if (reason) { errno = reason; return -1; }
    return NEXT(ftruncate64)(descriptor, length);
}

int fdatasync(int descriptor) {
    if (is_database(descriptor) && is("unsynced")) { errno = EIO; return -1; }
    return NEXT(fdatasync)(descriptor);
}

int fsync(int descriptor) {
    if (is_database(descriptor) && is("unsynced")) { errno = EIO; return -1; }
    return NEXT(fsync)(descriptor);
}

int clock_gettime(clockid_t clock, struct timespec *time) {
    int result = NEXT(clock_gettime)(clock, time);
    char word[32];
    if (result == 0 && clock == CLOCK_REALTIME && getenv("SITE_FAULTS_CLOCK") && fault(word, sizeof word))
        time->tv_sec += atol(word);
    return result;
}
