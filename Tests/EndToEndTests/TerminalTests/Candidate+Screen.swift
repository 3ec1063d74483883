import Foundation

/// What the first candidate of a sample types.
extension TmuxScreen {
    func logIn() throws {
        try wait(for: "准考证号", "身份证号后六位")
        try type("5101200001", "Enter")
        try type("00001x", "Enter")
        try wait(for: "请核对是不是本人", "考生1")
        try type("Enter")
    }

    /// Logs in and reads the rules.
    func sitDown() throws {
        try logIn()
        try wait(for: "考场规则")
        try type("Enter")
    }

    func handIn() throws {
        try type("F10")
        try wait(for: "交卷前请核对")
        try type("Right", "Enter")
        try wait(for: "再次确认")
        try type("Right", "Enter")
    }
}
