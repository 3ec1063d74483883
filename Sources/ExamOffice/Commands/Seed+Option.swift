import ExamModel

extension Seed {
    init(option text: String) throws(Refusal) {
        guard let seed = Seed(text: text) else {
            throw Refusal(
                .badSeed, "种子应为 1 至 64 位十六进制数字，这里是“\(text)”", "a seed is 1 to 64 hexadecimal digits, not “\(text)”")
        }
        self = seed
    }
}

extension FindingCode {
    static let badSeed: FindingCode = "BAD_SEED"
}
