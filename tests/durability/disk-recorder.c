/*
 * Stands between a process and its files (LD_PRELOAD): writes down, in order, what is done to the files of one folder, so that a power cut
 * can be played back to any moment; and refuses as a failing disk would, when told to. Linux, glibc.
 *
 *   DISK_FOLDER  absolute path of the folder that is watched
 *   DISK_RECORD  file that the record goes to; nothing is recorded when it is not set
 *
 * What is written to the file `.disk` in the folder is an order: "full N" refuses every write after N more with ENOSPC, "sync N"
 * every fsync after N more with EIO, "well" neither.
 *
 * A record: kind (1) · length of path (2) · path · inode (8) · offset or size (8) · length of data (4) · data. Numbers are little-endian.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

enum { OPENED = 1, WRITTEN, SYNCED, CUT, RENAMED, REMOVED, FOLDER };
#define MOST 4096

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char folder[PATH_MAX];
static size_t folder_length;
static int record = -1;
static char *names[MOST];
static long writes_left = -1, syncs_left = -1;

static ssize_t (*real_write)(int, const void *, size_t);
static ssize_t (*real_pwrite)(int, const void *, size_t, off64_t);
static int (*real_open)(const char *, int, ...);
static int (*real_openat)(int, const char *, int, ...);
static int (*real_close)(int);
static int (*real_fsync)(int);
static int (*real_fdatasync)(int);
static int (*real_ftruncate)(int, off64_t);
static int (*real_rename)(const char *, const char *);
static int (*real_unlink)(const char *);
static int (*real_mkdir)(const char *, mode_t);

__attribute__((constructor)) static void begin(void) {
  real_write = dlsym(RTLD_NEXT, "write");
  real_pwrite = dlsym(RTLD_NEXT, "pwrite64");
  real_open = dlsym(RTLD_NEXT, "open64");
  real_openat = dlsym(RTLD_NEXT, "openat64");
  real_close = dlsym(RTLD_NEXT, "close");
  real_fsync = dlsym(RTLD_NEXT, "fsync");
  real_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
  real_ftruncate = dlsym(RTLD_NEXT, "ftruncate64");
  real_rename = dlsym(RTLD_NEXT, "rename");
  real_unlink = dlsym(RTLD_NEXT, "unlink");
  real_mkdir = dlsym(RTLD_NEXT, "mkdir");
  const char *where = getenv("DISK_FOLDER");
  if (!where) return;
  snprintf(folder, sizeof folder, "%s", where);
  folder_length = strlen(folder);
  const char *to = getenv("DISK_RECORD");
  if (to) record = real_open(to, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

/* Shared memory of SQLite lives as long as its processes: no power cut keeps it. */
static int watched(const char *path) {
  if (!folder_length || !path || strncmp(path, folder, folder_length) != 0) return 0;
  if (path[folder_length] != '/' && path[folder_length] != 0) return 0;
  size_t length = strlen(path);
  return length < 4 || strcmp(path + length - 4, "-shm") != 0;
}

static void put(const void *bytes, size_t length) {
  const char *at = bytes;
  while (length > 0) {
    ssize_t done = real_write(record, at, length);
    if (done <= 0) abort();
    at += done;
    length -= (size_t)done;
  }
}

static void note(int kind, const char *path, uint64_t inode, uint64_t offset, const void *data, uint32_t length) {
  if (record < 0) return;
  unsigned char head[3 + PATH_MAX + 20];
  uint16_t name = (uint16_t)strlen(path);
  head[0] = (unsigned char)kind;
  memcpy(head + 1, &name, 2);
  memcpy(head + 3, path, name);
  memcpy(head + 3 + name, &inode, 8);
  memcpy(head + 11 + name, &offset, 8);
  memcpy(head + 19 + name, &length, 4);
  put(head, 23 + (size_t)name);
  if (length) put(data, length);
}

static uint64_t inode_of(int fd) {
  struct stat64 found;
  return fstat64(fd, &found) == 0 ? found.st_ino : 0;
}

static const char *name_of(int fd) { return fd >= 0 && fd < MOST ? names[fd] : NULL; }

static int opened(int fd, const char *path, int flags) {
  if (fd < 0 || fd >= MOST || !watched(path)) return fd;
  int saved = errno;
  pthread_mutex_lock(&lock);
  free(names[fd]);
  names[fd] = strdup(path);
  note(OPENED, path, inode_of(fd), (flags & O_TRUNC) ? 1 : 0, NULL, 0);
  pthread_mutex_unlock(&lock);
  errno = saved;
  return fd;
}

#define MODE(flags) \
  mode_t mode = 0; \
  if ((flags) & (O_CREAT | O_TMPFILE)) { va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest); }

int open(const char *path, int flags, ...) { MODE(flags) return opened(real_open(path, flags, mode), path, flags); }
int open64(const char *path, int flags, ...) { MODE(flags) return opened(real_open(path, flags, mode), path, flags); }
int openat(int at, const char *path, int flags, ...) { MODE(flags) return opened(real_openat(at, path, flags, mode), path, flags); }
int openat64(int at, const char *path, int flags, ...) { MODE(flags) return opened(real_openat(at, path, flags, mode), path, flags); }

int close(int fd) {
  if (fd >= 0 && fd < MOST && names[fd]) {
    pthread_mutex_lock(&lock);
    free(names[fd]);
    names[fd] = NULL;
    pthread_mutex_unlock(&lock);
  }
  return real_close(fd);
}

static int ends(const char *name, const char *end) {
  size_t length = strlen(name), tail = strlen(end);
  return length > tail && strcmp(name + length - tail, end) == 0;
}
static int is_order(const char *name) { return ends(name, "/.disk"); }
/* What a person was told is in their head: no disk refuses it. */
static int is_free(const char *name) { return is_order(name) || ends(name, "/.told"); }

static void obey(const char *text, size_t length) {
  char order[40] = {0};
  memcpy(order, text, length < 39 ? length : 39);
  if (strncmp(order, "full ", 5) == 0) writes_left = atol(order + 5);
  else if (strncmp(order, "sync ", 5) == 0) syncs_left = atol(order + 5);
  else writes_left = syncs_left = -1;
}

/* Under the lock. */
static int is_full(void) {
  if (writes_left < 0) return 0;
  if (writes_left > 0) return writes_left--, 0;
  errno = ENOSPC;
  return 1;
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t offset) {
  const char *name = name_of(fd);
  if (!name) return real_pwrite(fd, bytes, length, offset);
  pthread_mutex_lock(&lock);
  ssize_t done = is_full() ? -1 : real_pwrite(fd, bytes, length, offset);
  int saved = errno;
  if (done > 0) note(WRITTEN, name, inode_of(fd), (uint64_t)offset, bytes, (uint32_t)done);
  pthread_mutex_unlock(&lock);
  errno = saved;
  return done;
}
ssize_t pwrite(int fd, const void *bytes, size_t length, off_t offset) { return pwrite64(fd, bytes, length, offset); }

ssize_t write(int fd, const void *bytes, size_t length) {
  const char *name = name_of(fd);
  if (!name) return real_write(fd, bytes, length);
  pthread_mutex_lock(&lock);
  if (is_order(name)) obey(bytes, length);
  off64_t at = (fcntl(fd, F_GETFL) & O_APPEND) ? lseek64(fd, 0, SEEK_END) : lseek64(fd, 0, SEEK_CUR);
  ssize_t done = !is_free(name) && is_full() ? -1 : real_write(fd, bytes, length);
  int saved = errno;
  if (done > 0) note(WRITTEN, name, inode_of(fd), (uint64_t)at, bytes, (uint32_t)done);
  pthread_mutex_unlock(&lock);
  errno = saved;
  return done;
}

static ssize_t gathered(int fd, const struct iovec *parts, int count, off64_t at) {
  ssize_t total = 0;
  for (int n = 0; n < count; n += 1) {
    ssize_t done = at < 0 ? write(fd, parts[n].iov_base, parts[n].iov_len)
                          : pwrite64(fd, parts[n].iov_base, parts[n].iov_len, at + total);
    if (done < 0) return total > 0 ? total : -1;
    total += done;
    if ((size_t)done < parts[n].iov_len) break;
  }
  return total;
}
ssize_t writev(int fd, const struct iovec *parts, int count) { return gathered(fd, parts, count, -1); }
ssize_t pwritev(int fd, const struct iovec *parts, int count, off_t at) { return gathered(fd, parts, count, at); }
ssize_t pwritev64(int fd, const struct iovec *parts, int count, off64_t at) { return gathered(fd, parts, count, at); }

static int synced(int fd, int (*sync)(int)) {
  const char *name = name_of(fd);
  if (!name) return sync(fd);
  pthread_mutex_lock(&lock);
  int failed = syncs_left == 0;
  if (syncs_left > 0) syncs_left -= 1;
  /* The disk itself need not be waited for: what counts is what the record says was synced. */
  if (!failed) note(SYNCED, name, inode_of(fd), 0, NULL, 0);
  pthread_mutex_unlock(&lock);
  if (failed) errno = EIO;
  return failed ? -1 : 0;
}
int fsync(int fd) { return synced(fd, real_fsync); }
int fdatasync(int fd) { return synced(fd, real_fdatasync); }

int ftruncate64(int fd, off64_t size) {
  const char *name = name_of(fd);
  if (!name) return real_ftruncate(fd, size);
  pthread_mutex_lock(&lock);
  int done = real_ftruncate(fd, size);
  int saved = errno;
  if (done == 0) note(CUT, name, inode_of(fd), (uint64_t)size, NULL, 0);
  pthread_mutex_unlock(&lock);
  errno = saved;
  return done;
}
int ftruncate(int fd, off_t size) { return ftruncate64(fd, size); }

int rename(const char *from, const char *to) {
  if (!watched(from)) return real_rename(from, to);
  pthread_mutex_lock(&lock);
  int done = real_rename(from, to);
  int saved = errno;
  if (done == 0) note(RENAMED, from, 0, 0, to, (uint32_t)strlen(to));
  pthread_mutex_unlock(&lock);
  errno = saved;
  return done;
}

int unlink(const char *path) {
  if (!watched(path)) return real_unlink(path);
  pthread_mutex_lock(&lock);
  int done = real_unlink(path);
  int saved = errno;
  if (done == 0) note(REMOVED, path, 0, 0, NULL, 0);
  pthread_mutex_unlock(&lock);
  errno = saved;
  return done;
}

int mkdir(const char *path, mode_t mode) {
  int done = real_mkdir(path, mode);
  if (done == 0 && watched(path)) {
    pthread_mutex_lock(&lock);
    note(FOLDER, path, 0, 0, NULL, 0);
    pthread_mutex_unlock(&lock);
  }
  return done;
}
