import ArgumentParser
import ExamModel
import Foundation

struct SeatingCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seating", abstract: "编排座位：随机、同队隔开 (give everybody a seat, teams apart)",
        discussion: """
            考场写在 exam.yaml 里：
                rooms:
                  - { name: 1, seats: 30, columns: 6 }
            或者用表格给出（列：考场、座位数，可加列数）。
            """)

    @OptionGroup var common: CommonOptions
    @Option(help: "考场表 .csv .xlsx；默认按 exam.yaml 的 rooms (the rooms)", completion: .file()) var rooms: String?
    @Option(help: "种子，1 至 64 位十六进制；默认随机 (1 to 64 hexadecimal digits)") var seed: String?

    func run() throws {
        try common.performCheck { () throws(Refusal) in
            try common.office().seat(
                roomsFile: rooms.map { URL(filePath: $0) }, seed: try seed.map(Seed.init(option:)))
        }
    }
}
