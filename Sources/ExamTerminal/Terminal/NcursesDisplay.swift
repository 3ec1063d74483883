import CNcurses
import ExamModel
import Foundation

/// The real terminal: paints screens and reads keys and clicks. It decides nothing.
///
/// The terminal is as it was before once this object is gone.
final class NcursesDisplay {
    enum Event: Hashable {
        case input(Input)
        case click(Screen.Position)
    }

    /// Where keys come from.
    static let descriptor = STDIN_FILENO

    private let window: UnsafeMutablePointer<WINDOW>
    private let screen: OpaquePointer
    private static let warningPair: Int16 = 1

    /// Throws when this is no terminal, its kind is unknown, or there is no UTF-8 locale.
    init() throws(Refusal) {
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
            throw Refusal(
                .terminalNotOpened, "标准输入输出不是终端，请在终端里运行，或使用 --plain",
                "standard input and output are no terminal; run it in one, or use --plain")
        }
        guard ProcessInfo.processInfo.environment["TERM"] != "dumb" else {
            throw Refusal(
                .terminalNotOpened, "这种终端（TERM=dumb）不能定位光标，请使用 --plain",
                "this kind of terminal (TERM=dumb) cannot place the cursor; use --plain")
        }
        try Self.chooseLocale()
        guard let screen = kaochang_open_screen(), let window = kaochang_window() else {
            throw Refusal(
                .terminalNotOpened, "不认识这种终端，请检查环境变量 TERM，或使用 --plain",
                "this kind of terminal is unknown; check the variable TERM, or use --plain")
        }
        self.screen = screen
        self.window = window
        raw()
        noecho()
        nonl()
        keypad(window, true)
        nodelay(window, true)
        set_escdelay(25)
        mousemask(kaochang_pressed(), nil)
        mouseinterval(0)
        chooseColours()
    }

    deinit {
        endwin()
        delscreen(screen)
    }

    var size: ScreenSize {
        ScreenSize(rows: Int(kaochang_rows(window)), columns: Int(kaochang_columns(window)))
    }

    /// Takes over the terminal's present size.
    func resize() {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0, size.ws_col > 0 else { return }
        resizeterm(Int32(size.ws_row), Int32(size.ws_col))
    }

    /// Each span is put at its own column, so that a character which the terminal draws wider than we count shifts no
    /// more than its own span.
    func paint(_ picture: Screen) {
        werase(window)
        for (row, line) in picture.lines.enumerated() {
            var column = 0
            for span in line.spans {
                wattrset(window, Int32(bitPattern: attributes(span.style)))
                let characters = span.text.unicodeScalars.map { wchar_t($0.value) }
                wmove(window, Int32(row), Int32(column))
                waddnwstr(window, characters, Int32(characters.count))
                column += DisplayWidth.of(span.text)
            }
        }
        wattrset(window, 0)
        if let cursor = picture.cursor { wmove(window, Int32(cursor.row), Int32(cursor.column)) }
        curs_set(picture.cursor == nil ? 0 : 1)
        wrefresh(window)
    }

    /// The next key or click; nil when there is none now.
    func read() -> Event? {
        while true {
            var character: wint_t = 0
            switch kaochang_get_wide(window, &character) {
            case ERR: return nil
            case KEY_CODE_YES: if let event = event(ofKey: Int32(bitPattern: character)) { return event }
            default: if let input = Self.input(ofCharacter: character) { return .input(input) }
            }
        }
    }

    private func event(ofKey key: Int32) -> Event? {
        if key == KEY_MOUSE {
            var mouse = MEVENT()
            guard getmouse(&mouse) == OK else { return nil }
            return .click(.init(row: Int(mouse.y), column: Int(mouse.x)))
        }
        return Self.inputs[key].map(Event.input)
    }

    private static func input(ofCharacter character: wint_t) -> Input? {
        switch character {
        case 27: return .escape
        case 9: return .tab
        case 10, 13: return .enter
        case 8, 127: return .backspace
        case 0..<32: return nil
        default: return Unicode.Scalar(UInt32(character)).map { .character(Character($0)) }
        }
    }

    private static let inputs: [Int32: Input] = [
        KEY_UP: .up, KEY_DOWN: .down, KEY_LEFT: .left, KEY_RIGHT: .right, KEY_PPAGE: .pageUp, KEY_NPAGE: .pageDown,
        KEY_HOME: .home, KEY_END: .end, KEY_ENTER: .enter, KEY_BACKSPACE: .backspace, KEY_DC: .backspace,
        KEY_BTAB: .tab, kaochang_function_key(1): .help, kaochang_function_key(2): .flag,
        kaochang_function_key(3): .jump,
        kaochang_function_key(4): .nextOpen, kaochang_function_key(10): .handIn,
    ]

    private static func chooseLocale() throws(Refusal) {
        for name in ["", "C.UTF-8", "zh_CN.UTF-8", "en_US.UTF-8"] where setlocale(LC_ALL, name) != nil {
            if String(cString: nl_langinfo(nl_item(CODESET))) == "UTF-8" { return }
        }
        throw Refusal(
            .terminalNotOpened, "系统没有 UTF-8 语言环境，请安装 C.UTF-8", "there is no UTF-8 locale; install C.UTF-8")
    }

    private func chooseColours() {
        guard has_colors() else { return }
        start_color()
        use_default_colors()
        init_pair(Self.warningPair, Int16(COLOR_RED), -1)
    }

    private func attributes(_ style: Style) -> attr_t {
        var attributes: attr_t = 0
        if style.contains(.bold) { attributes |= kaochang_bold() }
        if style.contains(.reverse) { attributes |= kaochang_reverse() }
        if style.contains(.warning) {
            attributes |= has_colors() ? kaochang_pair(Int32(Self.warningPair)) : kaochang_bold()
        }
        return attributes
    }
}
