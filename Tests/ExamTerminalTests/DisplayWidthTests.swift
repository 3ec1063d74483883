import CNcurses
import Foundation
import Testing

@testable import ExamTerminal

struct DisplayWidthTests {
    @Test(arguments: [
        ("abc", 3), ("考场", 4), ("（　　）", 8), ("e\u{301}", 1), ("“”", 2), ("Ａ", 2), ("", 0), ("㐀𠀀", 4), ("✓√■", 3),
        ("a\u{200B}b", 2), ("ｱ", 1),
    ])
    func measures(text: String, width: Int) {
        #expect(DisplayWidth.of(text) == width)
    }

    /// ncurses asks the C library: where the two differ, a screen would shift.
    @Test func agreesWithTheCLibraryOnEveryCharacterOfTheBasicPlanesItKnows() {
        guard let locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", nil) else {
            Issue.record("no C.UTF-8 locale")
            return
        }
        let before = uselocale(locale)
        defer {
            uselocale(before)
            freelocale(locale)
        }
        let differing = (0x20...0x2FFFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init).filter { scalar in
            let width = Int(wcwidth(wchar_t(scalar.value)))
            return width >= 0 && width != DisplayWidth.of(scalar) && !Self.isKnownToDiffer(scalar)
        }
        #expect(differing.map { String($0.value, radix: 16) } == [])
    }

    /// Characters newer than the C library or with another width or category since Unicode 16; the black-squared numbers
    /// U+3248 to U+324F, of ambiguous width, which the C library alone makes wide.
    private static func isKnownToDiffer(_ scalar: Unicode.Scalar) -> Bool {
        guard let age = scalar.properties.age, age.major < 15 else { return true }
        return [0x2630...0x2637, 0x268A...0x268F, 0x3248...0x324F, 0x1171E...0x1171E, 0x1D300...0x1D376]
            .contains { $0.contains(scalar.value) }
    }
}
