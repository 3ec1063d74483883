import ExamModel
import ExamTestSupport
import Foundation
import Testing

@testable import ItemAnalysis

/// The engine's integer sums against a script that follows the definitions in double precision.
struct IndependentAnalysisTests {
    private struct Judgement: Decodable {
        struct Item: Decodable {
            struct Option: Decodable {
                let chosen: Int
                let upper: Double
                let lower: Double
                let rest: Double?
            }

            let facility: Double
            let itemRest: Double?
            let itemTotal: Double?
            let upper: Double
            let lower: Double
            let discrimination: Double
            let alphaWithout: Double?
            let options: [Option]
        }

        let mean: Double
        let deviation: Double
        let alpha: Double
        let standardError: Double
        let items: [Item]
    }

    @Test(arguments: ["a1", "b2", "c3", "d4"], [57, 400])
    func agreesToNineDecimals(_ seed: String, _ count: Int) throws {
        let random = try RandomForm(seed: seed, sheets: count)
        let analysis = try #require(FormAnalysis(CountedSheets(random.sheets, of: random.form)))
        let output = try Command.python("item_analysis.py", input: try input(random))
        let judged = try JSONDecoder().decode(Judgement.self, from: output)
        let note = "seed \(seed), \(count) sheets"
        expect(analysis.mean, judged.mean, note)
        expect(analysis.deviation, judged.deviation, note)
        expect(analysis.alpha, judged.alpha, note)
        expect(analysis.standardError, judged.standardError, note)
        #expect(analysis.items.count == judged.items.count)
        for (item, other) in zip(analysis.items, judged.items) {
            let note = "\(note), item \(item.number)"
            expect(item.facility, other.facility, note)
            expect(item.itemRest, other.itemRest, note)
            expect(item.itemTotal, other.itemTotal, note)
            expect(item.upper, other.upper, note)
            expect(item.lower, other.lower, note)
            expect(item.discrimination, other.discrimination, note)
            expect(item.alphaWithout, other.alphaWithout, note)
            for (option, same) in zip(item.options, other.options) {
                #expect(option.chosen == same.chosen, "\(note)")
                expect(option.upper, same.upper, note)
                expect(option.lower, same.lower, note)
                expect(option.rest, same.rest, note)
            }
        }
    }

    private func expect(_ value: Double?, _ other: Double?, _ note: String) {
        guard let value, let other else {
            #expect(value == nil && other == nil, "\(note): \(String(describing: value)), \(String(describing: other))")
            return
        }
        #expect(abs(value - other) < 1e-9, "\(note): \(value), \(other)")
    }

    private func input(_ random: RandomForm) throws -> Data {
        let sections = random.form.sections.map { section in
            [
                "floor": 0,
                "items": section.items.map { item in
                    [
                        "full": Double(item.full.thousandths) / 1000, "options": item.options.count,
                        "right": Int(item.right), "marks": item.answers.map { Double($0.marks.thousandths) / 1000 },
                    ] as [String: Any]
                },
            ] as [String: Any]
        }
        let items = random.form.items.count
        let sheets = stride(from: 0, to: random.sheets.count, by: items).map {
            random.sheets[$0..<$0 + items].map(Int.init)
        }
        return try JSONSerialization.data(withJSONObject: ["sections": sections, "sheets": sheets])
    }
}
