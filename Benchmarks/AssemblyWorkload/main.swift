import Assembly
import ExamModel
import Foundation

// AssemblyWorkload FOLDER FORMS SEED [MOST-USES]
// Writes one line a form: the ids of its items. Exits 1 with the reason when there are none.
let arguments = CommandLine.arguments
guard arguments.count >= 4, let forms = Int(arguments[2]), Blueprint.formCounts.contains(forms),
    let seed = Seed(text: arguments[3])
else {
    print("usage: AssemblyWorkload FOLDER FORMS SEED [MOST-USES]")
    exit(64)
}
let workload = try Workload(URL(filePath: arguments[1], directoryHint: .isDirectory))
guard let blueprint = workload.blueprint(forms: forms, mostUses: arguments.count > 4 ? Int(arguments[4]) : nil) else {
    exit(64)
}
do throws(AssemblyFailure) {
    let assembled = try Assembler(blueprint, pool: workload.pool).forms(seed: seed)
    let lines = assembled.map { $0.items.map { String(Int($0.id.text) ?? 0) }.joined(separator: " ") }
    print(lines.joined(separator: "\n"))
} catch {
    for cause in error.causes { print("\(cause.code): \(cause.message.chinese)") }
    exit(1)
}
