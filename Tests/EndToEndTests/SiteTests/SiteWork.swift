import ExamTestSupport
import Foundation
import Testing

/// A sealed and released exam and what a site needs of it: `site/`, `credentials/` of a terminal, `candidates.json`.
struct SiteWork {
    let folder: TemporaryFolder

    init(of people: Int) throws {
        let office = try OfficeFolder()
        try office.edit("exam.yaml", "latest-start: 30", "latest-start: 90")
        try office.edit("exam.yaml", "earliest-hand-in: 30", "earliest-hand-in: 0")
        for arguments in [
            ["keys", "init"], ["bank", "import"] + OfficeFolder.banks, ["roster", "import", "roster.csv"],
            ["roster", "import", "roster-replacements.csv"], ["paper", "assemble"], ["paper", "seal"],
            ["paper", "release", "--start", "now"],
        ] {
            let run = try office.kaochang(arguments)
            try #require(run.status == 0 || run.status == 3, "\(run.errors)")
        }
        folder = try TemporaryFolder()
        _ = try Command.python("site/prepare.py", [office.temporary.url.path, folder.url.path, "\(people)"])
    }
}
