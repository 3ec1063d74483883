import ArgumentParser
import ExamOffice
import Sealing

/// The office's command.
@main
enum Kaochang {
    static func main() {
        ProcessSecrecy.begin()
        OfficeCommand.main()
    }
}
