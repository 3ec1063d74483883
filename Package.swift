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

        // Values. No input or output.
        room("ExamModel"),

        // The vault: what is right.
        room("AnswerKey", ["ExamModel"]),

        // Zip archives read within limits and written to the same bytes every time.
        room("ZipFile", ["CZip", "ExamModel"]),

        // Tables of csv, tsv and xlsx files: rows of displayed text with their addresses.
        room("TableFile", ["CXML", "ExamModel", "ZipFile"]),

        // Readers of bank files: exam text and tables become checked draft items and findings.
        room("BankFile", ["AnswerKey", "ExamModel", "TableFile", "ZipFile"]),

        // Tests.
        tests("ExamModel"),
        tests("ZipFile", ["ExamModel"]),
        tests("TableFile", ["ExamModel", "ZipFile"]),
        tests("BankFile", ["AnswerKey", "ExamModel", "TableFile", "ZipFile"]),
    ]
)
