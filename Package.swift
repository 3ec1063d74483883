// swift-tools-version: 6.1
import PackageDescription

/// What every target of this package is compiled with: `any` spelled out, imports explicit and internal.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// A target of the engine. Arrows point down: a target names only targets of the layers above it in this file.
func room(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
    .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

/// The unit tests that stand beside a target.
func tests(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .testTarget(name: name + "Tests", dependencies: [.byName(name: name)] + dependencies, swiftSettings: strict)
}

/// The files of the invigilator's console, which the site's server carries in itself.
let consolePage = [
    "actions.js", "ask.js", "console.css", "console.html", "incidents.js", "keys.js", "link.js", "main.js", "room.js",
    "seat.js", "seats.css", "state.js", "top.js", "words.js",
]

let package = Package(
    name: "kaochang",
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // System libraries: a module map and a shim each.
        // OpenSSL: the one door to cryptography is Sealing.
        .systemLibrary(name: "COpenSSL", pkgConfig: "openssl", providers: [.apt(["libssl-dev"])]),
        // libzip: the one door to zip archives.
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        // libxml2: the one door to XML.
        .systemLibrary(name: "CXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        // ncursesw: the one door to the terminal. No pkg-config: its flags are not allowed in a package.
        .systemLibrary(name: "CNcurses", providers: [.apt(["libncurses-dev"])]),
        // libxlsxwriter: workbooks out.
        .systemLibrary(name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),

        // Values. No input or output.
        room("ExamModel"),
        // The vault: what is right.
        room("AnswerKey", ["ExamModel"]),

        // Files and bytes: written whole or not at all; JSON in one spelling, for bytes that are hashed and signed.
        room("AtomicFile", ["ExamModel"]),
        room("CanonicalJSON", ["ExamModel"]),
        // Zip archives read within limits and written to the same bytes every time.
        room("ZipFile", ["AtomicFile", "CZip", "ExamModel"]),
        // XML and HTML, pulled event by event, within limits.
        room("XMLFile", ["CXML", "ExamModel"]),
        // Tables of csv, tsv and xlsx files: rows of displayed text with their addresses.
        room("TableFile", ["AtomicFile", "ExamModel", "XMLFile", "ZipFile"]),
        // Documents of word processors and browsers: paragraphs and tables as a person reads them.
        room("WordFile", ["AtomicFile", "ExamModel", "TableFile", "XMLFile", "ZipFile"]),
        // Settings files: exam.yaml, blueprint.yaml, rules.yaml, with the line of every mistake.
        room("ExamSettings", ["AnswerKey", "AtomicFile", "ExamModel", "Yams"]),

        // Trust: hashes, certificates, signatures and envelopes (X.509, CMS).
        room("Sealing", ["AtomicFile", "COpenSSL", "ExamModel"]),
        // The exam's account of its stages: signed lines, each chained to the one before.
        room("Ledger", ["AtomicFile", "CanonicalJSON", "ExamModel", "Sealing"]),
        // Sealed papers, their release, sealed answers.
        room("ExamPackage", ["AtomicFile", "CanonicalJSON", "ExamModel", "Sealing", "ZipFile"]),

        // Before the sitting. Stages never import each other.
        // Bank files in any layout: checked drafts and findings, each with its place.
        room(
            "BankFile",
            ["AnswerKey", "AtomicFile", "ExamModel", "TableFile", "WordFile", "XMLFile", "Yams", "ZipFile"]),
        // The bank on disk: items and keys in their versions.
        room(
            "ItemBank",
            ["AnswerKey", "CanonicalJSON", "ExamModel", "Sealing", .product(name: "GRDB", package: "GRDB.swift")]),
        // Rosters, and who may not take part.
        room("Registration", ["ExamModel", "TableFile"]),
        // Blueprint, pool and seed make forms.
        room("Assembly", ["ExamModel"]),

        // The sitting. Nothing here may know a key.
        // A pure state machine, its clock, and the journal that survives a crash.
        room("Sitting", ["CanonicalJSON", "ExamModel", "Sealing"]),
        // One candidate's seat: sealed paper, journal, hand-in, receipt, without a screen.
        room("ExamSeat", ["AtomicFile", "CanonicalJSON", "ExamModel", "ExamPackage", "Sealing", "Sitting"]),
        // Routes and messages between terminals and a site's server, compiled by both ends.
        room("SiteProtocol", ["CanonicalJSON", "ExamModel", "Sealing", "Sitting"]),
        // A terminal's connection to a site: sends what was answered, takes orders.
        room(
            "SiteLink",
            [
                "AtomicFile", "CanonicalJSON", "ExamModel", "ExamPackage", "ExamSeat", "Sealing", "SiteProtocol",
                "Sitting",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ]),
        // The exam site's server and the invigilator's console.
        room(
            "SiteServer",
            [
                "AtomicFile", "CanonicalJSON", "ExamModel", "ExamPackage", "ExamSeat", "Ledger", "Sealing",
                "SiteProtocol", "Sitting",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HummingbirdTLS", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ], resources: consolePage.map { .embedInCode("Console/Page/" + $0) }),
        // An exam session in one process and in virtual time: real servers, real terminals without screens.
        room(
            "SiteRehearsal",
            [
                "ExamModel", "ExamPackage", "ExamSeat", "Sealing", "SiteLink", "SiteProtocol", "SiteServer", "Sitting",
            ]),
        // Screens as pure functions of state; ncurses only paints them and reads keys.
        room("ExamTerminal", ["CNcurses", "ExamModel", "ExamPackage", "ExamSeat", "Sitting"]),

        // After the sitting.
        // Responses and keys to scores; the figures of an exam.
        room("Grading", ["AnswerKey", "ExamModel"]),
        // Counted answers to the statistics of items and papers.
        room("ItemAnalysis", ["AtomicFile", "ExamModel"]),
        // Scores and the competition's rules to standings, every place with its reason.
        room("Ranking", ["ExamModel"]),
        // Csv, xlsx and html of what the others computed.
        room("Reports", ["AtomicFile", "CXlsxWriter", "ExamModel", "TableFile"]),

        // The office: the only place that joins the stages.
        room(
            "ExamOffice",
            [
                "AnswerKey", "Assembly", "AtomicFile", "BankFile", "CanonicalJSON", "ExamModel", "ExamPackage",
                "ExamSeat",
                "ExamSettings", "Grading", "ItemAnalysis", "ItemBank", "Ledger", "Ranking", "Registration", "Reports",
                "Sealing",
                "SiteLink", "SiteRehearsal", "Sitting",
                "TableFile", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        // Executables: one `@main` file each.
        .executableTarget(
            name: "kaochang",
            dependencies: [
                "ExamOffice", "Sealing", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "kaochang-terminal",
            dependencies: [
                "ExamModel", "ExamSeat", "ExamTerminal", "Sealing", "SiteLink", "Sitting",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ], swiftSettings: strict),

        .executableTarget(
            name: "kaochang-site",
            dependencies: [
                "ExamModel", "ExamPackage", "Sealing", "SiteServer", "Sitting",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ], swiftSettings: strict),

        // What Benchmarks/TrustWorkload measures.
        .executableTarget(
            name: "TrustWorkload", dependencies: ["ExamModel", "Ledger", "Sealing"], path: "Benchmarks/TrustWorkload",
            swiftSettings: strict),
        // What Benchmarks/tables.py measures.
        .executableTarget(
            name: "TableWorkload", dependencies: ["ExamModel", "TableFile"], path: "Benchmarks/TableWorkload",
            swiftSettings: strict),
        // Candidates for a site's server by the thousand: what Benchmarks/site.py measures.
        .executableTarget(
            name: "SiteWorkload",
            dependencies: ["ExamModel", "ExamSeat", "Sealing", "SiteLink", "SiteProtocol", "Sitting"],
            path: "Benchmarks/SiteWorkload", swiftSettings: strict),
        // Assembly on the workload of Benchmarks/, as a process of its own. Not installed.
        .executableTarget(
            name: "AssemblyWorkload", dependencies: ["Assembly", "ExamModel", "ExamSettings"],
            path: "Benchmarks/AssemblyWorkload",
            swiftSettings: strict),

        // Tests, and what they share: folders that go away, commands of the system, tampering.
        .target(
            name: "ExamTestSupport", dependencies: ["ExamModel", "ExamPackage", "Ledger", "Sealing"],
            path: "Tests/ExamTestSupport", swiftSettings: strict),
        tests("Assembly", ["ExamModel", "ExamTestSupport"]),
        tests("AtomicFile", ["ExamModel"]),
        tests("BankFile", ["AnswerKey", "AtomicFile", "ExamModel", "TableFile", "ZipFile"]),
        tests("CanonicalJSON", ["ExamModel"]),
        tests("ExamModel"),
        tests("ExamPackage", ["CanonicalJSON", "ExamModel", "ExamTestSupport", "Sealing", "ZipFile"]),
        tests("ExamSeat", ["ExamModel", "ExamPackage", "ExamTestSupport", "Sealing", "Sitting"]),
        tests("ExamSettings", ["AnswerKey", "ExamModel"]),
        tests("ExamTerminal", ["CNcurses", "ExamModel", "ExamSeat", "Sitting"]),
        tests("Grading", ["AnswerKey", "CanonicalJSON", "ExamModel", "ExamTestSupport"]),
        tests("ItemAnalysis", ["ExamModel", "ExamTestSupport"]),
        tests("ItemBank", ["AnswerKey", "CanonicalJSON", "ExamModel", "ExamTestSupport", "Sealing"]),
        tests("Ledger", ["CanonicalJSON", "ExamModel", "ExamTestSupport", "Sealing"]),
        tests("Ranking", ["CanonicalJSON", "ExamModel", "ExamTestSupport"]),
        tests("Registration", ["ExamModel", "TableFile"]),
        tests("Reports", ["ExamModel", "ExamTestSupport", "Grading", "Ranking", "TableFile"]),
        tests("Sealing", ["ExamModel", "ExamTestSupport"]),
        tests(
            "SiteLink",
            [
                "ExamModel", "ExamPackage", "ExamSeat", "ExamTestSupport", "Sealing", "SiteProtocol", "SiteServer",
                "Sitting",
            ]),
        tests("SiteRehearsal", ["ExamModel", "Sitting"]),
        tests("SiteProtocol", ["CanonicalJSON", "ExamModel", "ExamTestSupport", "Sealing", "Sitting"]),
        tests(
            "SiteServer",
            [
                "CanonicalJSON", "ExamModel", "ExamPackage", "ExamSeat", "ExamTestSupport", "Ledger", "Sealing",
                "SiteProtocol", "Sitting",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
            ]),
        tests("Sitting", ["CanonicalJSON", "ExamModel", "ExamTestSupport", "Sealing"]),
        tests("TableFile", ["ExamModel", "XMLFile", "ZipFile"]),
        tests("ZipFile", ["AtomicFile", "CZip", "ExamModel"]),
        // Everything that somebody dishonest may try, in one table.
        .testTarget(
            name: "TamperTests",
            dependencies: [
                "ExamModel", "ExamPackage", "ExamTestSupport", "Ledger", "Sealing", "ZipFile",
                "kaochang",
            ],
            swiftSettings: strict),
        // The real executables, end to end.
        .testTarget(
            name: "EndToEndTests",
            dependencies: [
                "ExamModel", "ExamPackage", "ExamSeat", "ExamTestSupport", "Sealing", "SiteLink", "SiteProtocol",
                "Sitting", "ZipFile", "kaochang", "kaochang-site", "kaochang-terminal",
            ],
            swiftSettings: strict),
    ]
)
