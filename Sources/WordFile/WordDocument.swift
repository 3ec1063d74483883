package import ExamModel
package import TableFile

/// The body of a document: paragraphs and tables in their order, as a person reads them. Headers, footers, comments,
/// deleted and hidden text are no part of it.
package struct WordDocument: Hashable, Sendable {
    package enum Format: String, Sendable {
        case docx, html, mht
    }

    package enum Block: Hashable, Sendable {
        case paragraph(Paragraph)
        /// Rows count from 1 within the table; their lines run on with those of the paragraphs.
        case table(Table.Sheet)
    }

    package struct Paragraph: Hashable, Sendable {
        /// Counts from 1 through the document: every soft break and every row of a table begins a new line.
        package let line: Int
        /// With its automatic number in front. Soft breaks are line feeds.
        package let text: String
    }

    /// The file's name, without its folder.
    package let file: String
    package let format: Format
    package let blocks: [Block]
    /// What could not be taken over: pictures, hidden text, parts in other formats.
    package let findings: [Finding]
}
