#pragma once

#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <errno.h>
#include <signal.h>
#include <sys/signalfd.h>
#include <unistd.h>
#include <wchar.h>

// The width that ncurses goes by; declared here because the C library hides it from strict programs.
int wcwidth(wchar_t character);

// Macros that Swift does not import.

/// Takes the terminal over; 0 when its kind is unknown (`initscr` would end the program).
static inline SCREEN *kaochang_open_screen(void) { return newterm(0, stdout, stdin); }
static inline WINDOW *kaochang_window(void) { return stdscr; }
static inline int kaochang_get_wide(WINDOW *window, wint_t *character) { return wget_wch(window, character); }
static inline int kaochang_rows(WINDOW *window) { return getmaxy(window); }
static inline int kaochang_columns(WINDOW *window) { return getmaxx(window); }
static inline attr_t kaochang_bold(void) { return A_BOLD; }
static inline attr_t kaochang_reverse(void) { return A_REVERSE; }
static inline attr_t kaochang_pair(int pair) { return COLOR_PAIR(pair); }
static inline mmask_t kaochang_pressed(void) { return BUTTON1_PRESSED | BUTTON1_CLICKED; }
static inline int kaochang_function_key(int number) { return KEY_F(number); }

/// A descriptor that becomes readable when one of the signals comes; they are blocked from then on.
static inline int kaochang_signal_descriptor(const int *signals, int count) {
    sigset_t set;
    sigemptyset(&set);
    for (int index = 0; index < count; index++) sigaddset(&set, signals[index]);
    if (sigprocmask(SIG_BLOCK, &set, 0) != 0) return -1;
    return signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
}

/// The number of the next signal that came, 0 for none.
static inline int kaochang_next_signal(int descriptor) {
    struct signalfd_siginfo info;
    return read(descriptor, &info, sizeof info) == sizeof info ? (int)info.ssi_signo : 0;
}
