// swift-tools-version: 6.1
import PackageDescription

/// What every target of this package is compiled with: `any` spelled out, imports explicit and internal.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// A target of the engine. Arrows point down: a target names only targets of the layers above it in this file.
func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// The unit tests that stand beside a target.
func tests(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .testTarget(name: name + "Tests", dependencies: [.byName(name: name)] + dependencies, swiftSettings: strict)
}

let package = Package(
    name: "kaochang",
    targets: [
        // libzip: the one door to zip archives.
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        // libxml2: the one door to XML.
        .systemLibrary(name: "CXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        // libxlsxwriter: the one door to workbooks going out.
        .systemLibrary(name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),

        // Values. No input or output.
        room("ExamModel"),

        // The vault: what is right.
        room("AnswerKey", ["ExamModel"]),

        // Files and bytes: written whole or not at all; JSON in one spelling, for bytes that are hashed and signed.
        room("AtomicFile", ["ExamModel"]),
        room("CanonicalJSON", ["ExamModel"]),

        // Zip archives read within limits and written to the same bytes every time.
        room("ZipFile", ["CZip", "ExamModel"]),

        // Tables of csv, tsv and xlsx files: rows of displayed text with their addresses.
        room("TableFile", ["CXML", "ExamModel", "ZipFile"]),

        // Stages after the sitting. They never import each other.
        // Responses and keys to scores; the figures of an exam.
        room("Grading", ["ExamModel", "AnswerKey"]),
        // Scores and the competition's rules to standings, every place with its reason.
        room("Ranking", ["ExamModel"]),
        // Results set as csv, workbook and page. It computes nothing.
        room("Reports", ["AtomicFile", "CXlsxWriter", "ExamModel", "TableFile"]),

        // Tests.
        // Real tools and scratch folders for tests.
        .target(name: "ExamTestSupport", path: "Tests/ExamTestSupport", swiftSettings: strict),
        tests("AtomicFile", ["ExamModel"]),
        tests("CanonicalJSON", ["ExamModel"]),
        tests("ExamModel"),
        tests("Grading", ["ExamModel", "AnswerKey"]),
        tests("Ranking", ["ExamModel", "ExamTestSupport"]),
        tests("Reports", ["ExamModel", "ExamTestSupport", "Grading", "Ranking", "TableFile"]),
        tests("TableFile", ["ExamModel", "ZipFile"]),
        tests("ZipFile", ["ExamModel"]),
    ]
)
