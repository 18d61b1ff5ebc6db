/*
 * dcmp A B: compares two directory trees, the files shared out among the ranks of an MPI job.
 *
 * Waits for the file "trees-are-complete" beside A, then every rank walks both trees in the same order
 * and compares each n-th file. Rank 0 writes the report "dcmp.report" beside A: a line per rank with its
 * host, user and number of files, every rank's files, and what differs. Each rank leaves its
 * /proc/self/status as well. Exit status 0 when the comparison was made, whatever it found.
 */
#define _XOPEN_SOURCE 700
#include <ftw.h>
#include <mpi.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define PATH_SIZE 4096
#define WAIT_SECONDS 240

struct names {
  char **at;
  size_t count;
};

static struct names found;
static size_t root_length;

static void fail(const char *what, const char *which) {
  fprintf(stderr, "dcmp: %s: %s\n", what, which);
  MPI_Abort(MPI_COMM_WORLD, 2);
}

static int collect(const char *path, const struct stat *status, int type, struct FTW *place) {
  (void)status;
  (void)place;
  if (type != FTW_F) return 0;
  found.at = realloc(found.at, (found.count + 1) * sizeof *found.at);
  if (!found.at || !(found.at[found.count++] = strdup(path + root_length + 1)))
    fail("out of memory at", path);
  return 0;
}

static int by_name(const void *a, const void *b) {
  return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The paths of all files below both roots, relative, sorted, each once: the same on every rank. */
static struct names walk(const char *a, const char *b) {
  const char *roots[] = {a, b};
  for (int i = 0; i < 2; i++) {
    root_length = strlen(roots[i]);
    if (nftw(roots[i], collect, 16, FTW_PHYS)) fail("cannot walk", roots[i]);
  }
  qsort(found.at, found.count, sizeof *found.at, by_name);
  size_t kept = 0;
  for (size_t i = 0; i < found.count; i++)
    if (kept == 0 || strcmp(found.at[kept - 1], found.at[i])) found.at[kept++] = found.at[i];
  found.count = kept;
  return found;
}

static int same(const char *a, const char *b, const char *file) {
  char path_a[PATH_SIZE], path_b[PATH_SIZE], block_a[65536], block_b[65536];
  snprintf(path_a, sizeof path_a, "%s/%s", a, file);
  snprintf(path_b, sizeof path_b, "%s/%s", b, file);
  FILE *in_a = fopen(path_a, "rb"), *in_b = fopen(path_b, "rb");
  int equal = in_a && in_b;
  while (equal) {
    size_t read_a = fread(block_a, 1, sizeof block_a, in_a);
    size_t read_b = fread(block_b, 1, sizeof block_b, in_b);
    equal = read_a == read_b && !memcmp(block_a, block_b, read_a);
    if (read_a < sizeof block_a) break;
  }
  if (in_a) fclose(in_a);
  if (in_b) fclose(in_b);
  return equal;
}

struct text {
  char *bytes;
  size_t length, room;
};

static void append(struct text *text, const char *format, ...) {
  char line[PATH_SIZE + 256];
  va_list arguments;
  va_start(arguments, format);
  int length = vsnprintf(line, sizeof line, format, arguments);
  va_end(arguments);
  if (text->length + (size_t)length + 1 > text->room) {
    text->room = 2 * (text->room + (size_t)length + 1);
    if (!(text->bytes = realloc(text->bytes, text->room))) fail("out of memory at", line);
  }
  memcpy(text->bytes + text->length, line, (size_t)length + 1);
  text->length += (size_t)length;
}

/* Leaves what the kernel says of this rank's process beside the trees, as status.<rank>. */
static void leave_status(const char *a, int rank) {
  char path[PATH_SIZE], line[1024];
  snprintf(path, sizeof path, "%s/../status.%d", a, rank);
  FILE *in = fopen("/proc/self/status", "r"), *out = fopen(path, "w");
  if (!in || !out) fail("cannot write", path);
  while (fgets(line, sizeof line, in)) fputs(line, out);
  fclose(in);
  if (fclose(out)) fail("cannot write", path);
}

static void wait_for_trees(const char *a) {
  char marker[PATH_SIZE];
  snprintf(marker, sizeof marker, "%s/../trees-are-complete", a);
  /* "a/.." needs a to exist; until then the marker is simply not there. */
  struct timespec pause = {.tv_nsec = 200000000};
  for (int i = 0; access(marker, F_OK); i++) {
    if (i >= WAIT_SECONDS * 5) fail("nobody finished the trees beside", a);
    nanosleep(&pause, NULL);
  }
}

int main(int argc, char **argv) {
  MPI_Init(&argc, &argv);
  int rank, ranks, host_length;
  char host[MPI_MAX_PROCESSOR_NAME];
  MPI_Comm_rank(MPI_COMM_WORLD, &rank);
  MPI_Comm_size(MPI_COMM_WORLD, &ranks);
  MPI_Get_processor_name(host, &host_length);
  if (argc != 3) fail("usage", "dcmp A B");

  wait_for_trees(argv[1]);
  leave_status(argv[1], rank);
  struct names files = walk(argv[1], argv[2]);
  const char *node = getenv("NNF_NODE_NAME");
  struct text mine = {0};
  size_t share = (files.count + (size_t)(ranks - 1 - rank)) / (size_t)ranks;
  append(&mine, "rank %d of %d on %s (node %s, uid %ld): %zu files\n", rank, ranks, host, node ? node : "unknown",
         (long)getuid(), share);
  for (size_t i = (size_t)rank; i < files.count; i += (size_t)ranks) {
    append(&mine, "rank %d compared: %s\n", rank, files.at[i]);
    if (!same(argv[1], argv[2], files.at[i])) append(&mine, "differs: %s\n", files.at[i]);
  }

  if (rank) {
    MPI_Send(mine.bytes, (int)mine.length, MPI_CHAR, 0, 0, MPI_COMM_WORLD);
  } else {
    char part[PATH_SIZE], report[PATH_SIZE];
    snprintf(part, sizeof part, "%s/../dcmp.report.part", argv[1]);
    snprintf(report, sizeof report, "%s/../dcmp.report", argv[1]);
    FILE *out = fopen(part, "w");
    if (!out) fail("cannot write", part);
    fwrite(mine.bytes, 1, mine.length, out);
    for (int other = 1; other < ranks; other++) {
      MPI_Status status;
      int length;
      MPI_Probe(other, 0, MPI_COMM_WORLD, &status);
      MPI_Get_count(&status, MPI_CHAR, &length);
      char *text = malloc((size_t)length + 1);
      if (!text) fail("out of memory for", "a rank's report");
      MPI_Recv(text, length, MPI_CHAR, other, 0, MPI_COMM_WORLD, &status);
      fwrite(text, 1, (size_t)length, out);
      free(text);
    }
    if (fclose(out) || rename(part, report)) fail("cannot write", report);
    printf("dcmp: compared %zu files on %d ranks\n", files.count, ranks);
  }
  MPI_Finalize();
  return 0;
}
