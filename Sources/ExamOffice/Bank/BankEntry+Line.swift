import AnswerKey
import ExamModel
import ItemBank

extension BankEntry {
    /// One line for a list: id, state, type, and the beginning of the stem, as far as `width` columns reach (a Chinese
    /// character takes two).
    func line(width: Int) -> Bilingual {
        var room = width
        var head = ""
        for character in keyed.item.stem {
            guard character != "\n" else { break }
            room -= character.isASCII ? 1 : 2
            guard room >= 0 else {
                head += "…"
                break
            }
            head.append(character)
        }
        let item = keyed.item
        return Bilingual(
            "\(item.id)  \(state.name.chinese)  \(item.type.name.chinese)  \(head)",
            "\(item.id)  \(state.name.english)  \(item.type.name.english)  \(head)")
    }
}
