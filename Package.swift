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
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
    ],
    targets: [
        // OpenSSL: the one door to cryptography is Sealing.
        .systemLibrary(name: "COpenSSL", pkgConfig: "openssl", providers: [.apt(["libssl-dev"])]),
        // libzip: the one door to zip archives.
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        // libxml2: the one door to XML.
        .systemLibrary(name: "CXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        // ncurses: the one door to the terminal. No pkg-config: its flags are not allowed in a package.
        .systemLibrary(name: "CNcurses", providers: [.apt(["libncurses-dev"])]),

        // Values. No input or output.
        room("ExamModel"),

        // The vault: what is right.
        room("AnswerKey", ["ExamModel"]),

        // Files and bytes: written whole or not at all; JSON in one spelling, for bytes that are hashed and signed.
        room("AtomicFile", ["ExamModel"]),
        room("CanonicalJSON", ["ExamModel"]),
        // Zip archives read within limits and written to the same bytes every time.
        room("ZipFile", ["CZip", "ExamModel"]),

        // Trust: hashes, certificates, signatures and envelopes (X.509, CMS).
        room("Sealing", ["COpenSSL", "ExamModel", "AtomicFile"]),
        // The exam's account of its stages: signed lines, each chained to the one before.
        room("Ledger", ["ExamModel", "AtomicFile", "CanonicalJSON", "Sealing"]),
        // Sealed papers, their release, sealed answers.
        room("ExamPackage", ["ExamModel", "AtomicFile", "CanonicalJSON", "ZipFile", "Sealing"]),

        // The candidate's side: what happens in a sitting, and the journal it is kept in.
        room("Sitting", ["ExamModel", "CanonicalJSON", "Sealing"]),

        // One candidate's seat on one machine: from the sealed paper to the sealed answers and the receipt.
        room("ExamSeat", ["ExamModel", "AtomicFile", "CanonicalJSON", "Sealing", "ExamPackage", "Sitting"]),

        // Screens as pure functions of state; ncurses only paints them and reads keys.
        room("ExamTerminal", ["ExamModel", "Sitting", "ExamSeat", "CNcurses"]),

        // A candidate's terminal.
        .executableTarget(
            name: "kaochang-terminal",
            dependencies: [
                "ExamModel", "Sitting", "ExamSeat", "ExamTerminal",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ], swiftSettings: strict),

        // Tests, and what they share: folders that go away, commands of the system, tampering.
        .target(
            name: "ExamTestSupport", dependencies: ["ExamModel", "Sealing", "ExamPackage"],
            path: "Tests/ExamTestSupport", swiftSettings: strict),
        tests("ExamModel"),
        tests("AtomicFile", ["ExamModel"]),
        tests("CanonicalJSON", ["ExamModel"]),
        tests("ZipFile", ["CZip", "ExamModel"]),
        tests("Sealing", ["ExamModel", "ExamTestSupport"]),
        tests("Ledger", ["ExamModel", "Sealing", "ExamTestSupport"]),
        tests("ExamPackage", ["ExamModel", "CanonicalJSON", "ZipFile", "Sealing", "ExamTestSupport"]),
        tests("Sitting", ["ExamModel", "Sealing", "ExamTestSupport"]),
        tests("ExamSeat", ["ExamModel", "Sealing", "ExamPackage", "Sitting", "ExamTestSupport"]),
        tests("ExamTerminal", ["ExamModel", "Sitting", "CNcurses"]),
        .testTarget(
            name: "EndToEndTests",
            dependencies: [
                "ExamModel", "Sealing", "ExamPackage", "ExamSeat", "ExamTestSupport", "kaochang-terminal",
            ], swiftSettings: strict),
    ]
)
