import ExamModel
import XMLFile

extension WordBodyReader {
    struct Paragraph {
        var label = ""
        var text = ""
        /// Its mark was deleted, so it goes on in the next paragraph.
        var isContinued = false
        /// Text boxes anchored in it, and what was left out.
        var inside: [WordBlock] = []
        fileprivate var isInHiddenText = false

        /// A label stands only before text.
        func label(before carried: String) -> String {
            guard !label.isEmpty, !(carried + text).allSatisfy(\.isWhitespace) else { return "" }
            return label + (label.last?.isWhitespace == true ? "" : " ")
        }
    }

    private struct Properties {
        var style: String?
        var listing = WordStyles.Listing()
        var isMarkDeleted = false
    }

    func paragraph() throws(Refusal) -> Paragraph {
        var paragraph = Paragraph()
        var properties = Properties()
        while let event = try xml.next() {
            switch event {
            case .start("pPr"): properties = try self.properties()
            case .start("r"): try run(into: &paragraph)
            case .start("t"): paragraph.text += try text(until: "t")
            case .start("den"): paragraph.text += "/"
            case .start("sup"): paragraph.text += "^"
            case .start("txbxContent"): paragraph.inside += try blocks(until: "txbxContent")
            case .start(let name) where Self.isSkipped(name): try xml.skip(name)
            case .end("p"):
                paragraph.isContinued = properties.isMarkDeleted
                // What was merged into the next paragraph has no number of its own.
                if !properties.isMarkDeleted { paragraph.label = label(of: properties) }
                try count(0, text: paragraph.text)
                return paragraph
            default: break
            }
        }
        return paragraph
    }

    private func properties() throws(Refusal) -> Properties {
        var properties = Properties()
        while let event = try xml.next() {
            switch event {
            case .start("pStyle"): properties.style = xml.attribute(anywhere: "val")
            case .start("numId"): properties.listing.list = xml.attribute(anywhere: "val")
            case .start("ilvl"): properties.listing.level = xml.attribute(anywhere: "val").flatMap { Int($0) }
            case .start("del"), .start("moveFrom"): properties.isMarkDeleted = true
            case .start("pPrChange"): try xml.skip("pPrChange")
            case .start("rPrChange"): try xml.skip("rPrChange")
            case .end("pPr"): return properties
            default: break
            }
        }
        return properties
    }

    private func label(of properties: Properties) -> String {
        let inherited = styles.listing(of: properties.style)
        guard let list = properties.listing.list ?? inherited.list, list != "0" else { return "" }
        let level = properties.listing.level ?? inherited.level ?? 0
        return numbering.next(list, level: level) { styles.listing(of: $0).list }
    }

    /// The text up to the end of `element`.
    private func text(until element: String) throws(Refusal) -> String {
        var text = ""
        while let event = try xml.next() {
            switch event {
            case .text(let part): text += part
            case .end(element): return text
            default: break
            }
        }
        return text
    }

    private func run(into paragraph: inout Paragraph) throws(Refusal) {
        var style = RunStyle()
        var text = ""
        reading: while let event = try xml.next() {
            switch event {
            case .start("rPr"): style = try runProperties()
            case .start("t"): text += try self.text(until: "t")
            case .start("tab"), .start("ptab"): text += "\t"
            case .start("br"), .start("cr"): text += "\n"
            case .start("noBreakHyphen"): text += "-"
            case .start("sym"):
                let code = UInt32(xml.attribute(anywhere: "char") ?? "", radix: 16) ?? 0
                text += SymbolFont.mark(code, font: xml.attribute(anywhere: "font") ?? "")
            case .start("txbxContent"): paragraph.inside += try blocks(until: "txbxContent")
            case .start("blip"), .start("imagedata"), .start("OLEObject"): paragraph.inside.append(.picture)
            case .start(let name) where Self.isSkipped(name): try xml.skip(name)
            case .end("r"): break reading
            default: break
            }
        }
        if style.isHidden {
            if !text.allSatisfy(\.isWhitespace) { paragraph.inside.append(.hiddenText) }
            return
        }
        paragraph.text += style.text(text)
    }

    /// What the look of a run means for its text.
    private struct RunStyle {
        var font = ""
        var isHidden = false
        var isUnderlined = false
        var script: Script?

        func text(_ text: String) -> String {
            if SymbolFont.isSymbolic(font) { return SymbolFont.text(text, font: font) }
            if let script { return script.text(text) }
            // A line to write on.
            let isLine = isUnderlined && text.count > 1 && text.allSatisfy { $0.isWhitespace && !$0.isNewline }
            return isLine ? "____" : text
        }
    }

    private func runProperties() throws(Refusal) -> RunStyle {
        var style = RunStyle()
        while let event = try xml.next() {
            switch event {
            case .start("rFonts"): style.font = xml.attribute(anywhere: "ascii") ?? ""
            case .start("vanish"): style.isHidden = !["0", "false", "off"].contains(xml.attribute(anywhere: "val"))
            case .start("u"): style.isUnderlined = xml.attribute(anywhere: "val") != "none"
            case .start("vertAlign"):
                style.script = ["superscript": .raised, "subscript": .lowered][xml.attribute(anywhere: "val") ?? ""]
            case .start("rPrChange"): try xml.skip("rPrChange")
            case .end("rPr"): return style
            default: break
            }
        }
        return style
    }
}
