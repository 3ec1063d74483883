import ExamModel

@testable import ItemAnalysis

/// Two sections of the Law School Admission Test, five items and 1000 examinees each: how often each pattern of right (1)
/// and wrong (0) answers occurred, from 00000 to 11111 (Bock and Lieberman, Fitting a response model for n dichotomously
/// scored items, Psychometrika 35, 1970, table 1).
enum LSAT {
    static let section6 = [
        3, 6, 2, 11, 1, 1, 3, 4, 1, 8, 0, 16, 0, 3, 2, 15, 10, 29, 14, 81, 3, 28, 15, 80, 16, 56, 21, 173, 11, 61, 28,
        298,
    ]
    static let section7 = [
        12, 19, 1, 7, 3, 19, 3, 17, 10, 5, 3, 7, 7, 23, 8, 28, 7, 39, 11, 34, 14, 51, 15, 90, 6, 25, 7, 35, 18, 136, 32,
        308,
    ]

    /// Five items that are right or wrong.
    static let form = CodedForm(
        form: "LSAT",
        sections: [
            CodedSection(
                title: "LSAT", floor: .zero,
                items: (1...5).map { number in
                    CodedItem(
                        id: ItemID("\(number)"), full: Mark(1), options: [], right: 0,
                        answers: [.init(chosen: 0, marks: .zero), .init(chosen: 0, marks: Mark(1))])
                })
        ])

    static func sheets(_ frequencies: [Int]) -> [UInt8] {
        frequencies.enumerated().flatMap { pattern, count in
            (0..<count).flatMap { _ in (0..<5).map { UInt8(pattern >> (4 - $0) & 1) } }
        }
    }
}
