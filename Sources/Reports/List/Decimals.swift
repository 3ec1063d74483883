/// Statistics as text, the same on every machine.
enum Decimals {
    /// Rounded half away from zero; `-0.000` is written as `0.000`.
    static func text(_ value: Double, _ decimals: Int) -> String {
        let scale = (0..<decimals).reduce(1) { power, _ in power * 10 }
        let scaled = (abs(value) * Double(scale)).rounded()
        guard scaled < 1e15 else { return "\(value)" }
        let whole = Int(scaled)
        let digits = decimals > 0 ? "." + String(whole % scale + scale).dropFirst() : ""
        return (value < 0 && whole > 0 ? "-" : "") + "\(whole / scale)" + digits
    }

    /// `73.4%`
    static func percent(_ share: Double) -> String { text(share * 100, 1) + "%" }
}
