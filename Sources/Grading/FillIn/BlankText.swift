import ExamModel
import Foundation

/// A written answer without what never matters: width (Unicode compatibility composition, NFKC), blanks of every kind,
/// and a full stop, comma or semicolon at the end.
struct BlankText: Hashable {
    let text: String

    init(_ written: String, ignoresCase: Bool) {
        var folded = written.precomposedStringWithCompatibilityMapping.filter { !$0.isWhitespace }
        while let last = folded.last, "。.,;、".contains(last) { folded.removeLast() }
        text = ignoresCase ? folded.lowercased() : folded
    }
}
