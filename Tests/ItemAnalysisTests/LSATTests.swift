import ExamModel
import Testing

@testable import ItemAnalysis

/// The statistics of the LSAT data as published with the data sets LSAT6 and LSAT7 of the R package mirt (Chalmers, Journal
/// of Statistical Software 48, 2012; output of `itemstats`), three decimals.
struct LSATTests {
    struct Published: Sendable {
        let frequencies: [Int]
        let mean: Double
        let deviation: Double
        let alpha: Double
        let standardError: Double
        /// An item a row: mean, deviation, correlation with the total, with the rest, alpha without it.
        let items: [[Double]]
    }

    static let section6 = Published(
        frequencies: LSAT.section6, mean: 3.819, deviation: 1.035, alpha: 0.295, standardError: 0.869,
        items: [
            [0.924, 0.265, 0.362, 0.113, 0.275], [0.709, 0.454, 0.567, 0.153, 0.238],
            [0.553, 0.497, 0.618, 0.173, 0.217], [0.763, 0.425, 0.534, 0.144, 0.246],
            [0.870, 0.336, 0.435, 0.122, 0.266],
        ])
    static let section7 = Published(
        frequencies: LSAT.section7, mean: 3.707, deviation: 1.199, alpha: 0.453, standardError: 0.886,
        items: [
            [0.828, 0.378, 0.530, 0.246, 0.396], [0.658, 0.475, 0.600, 0.247, 0.394],
            [0.772, 0.420, 0.611, 0.313, 0.345], [0.606, 0.489, 0.592, 0.223, 0.415],
            [0.843, 0.364, 0.461, 0.175, 0.438],
        ])

    @Test(arguments: [section6, section7])
    func agreesWithThePublishedTable(_ published: Published) throws {
        let counted = try CountedSheets(LSAT.sheets(published.frequencies), of: LSAT.form)
        let analysis = try #require(FormAnalysis(counted))
        #expect(analysis.sheets == 1000)
        #expect(analysis.isKR20)
        let overall = [analysis.mean, analysis.deviation, analysis.alpha, analysis.standardError].compactMap(\.self)
        expect(overall, [published.mean, published.deviation, published.alpha, published.standardError])
        for (item, row) in zip(analysis.items, published.items) {
            let found = [item.facility, item.deviation, item.itemTotal, item.itemRest, item.alphaWithout]
            expect(found.compactMap(\.self), row)
        }
    }

    /// To the three decimals that are published. An exact half is printed either way.
    private func expect(_ found: [Double], _ published: [Double]) {
        #expect(found.count == published.count)
        for (value, figure) in zip(found, published) {
            #expect(abs(value - figure) < 0.00051, "\(value) for \(figure)")
        }
    }
}
