import ArgumentParser
import ExamOffice

/// The office's command.
@main
enum Kaochang {
    static func main() {
        OfficeCommand.main()
    }
}
