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
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // Values. No input or output.
        room("ExamModel"),

        // The vault: what is right.
        room("AnswerKey", ["ExamModel"]),

        // Files and bytes: written whole or not at all; JSON in one spelling, for bytes that are hashed and signed.
        room("AtomicFile", ["ExamModel"]),
        room("CanonicalJSON", ["ExamModel"]),

        // Settings files: exam.yaml, blueprint.yaml, rules.yaml, with the line of every mistake.
        room("ExamSettings", ["AtomicFile", "ExamModel", "Yams"]),

        // Before the sitting: blueprint, pool and seed make forms.
        room("Assembly", ["ExamModel"]),

        // After the sitting. These stages never import each other.
        // Responses and keys to scores; the figures of an exam.
        room("Grading", ["ExamModel", "AnswerKey"]),
        // Scores and the competition's rules to standings, every place with its reason.
        room("Ranking", ["ExamModel"]),

        // Tests.
        tests("Assembly", ["ExamModel"]),
        tests("AtomicFile", ["ExamModel"]),
        tests("CanonicalJSON", ["ExamModel"]),
        tests("ExamModel"),
        tests("ExamSettings", ["ExamModel"]),
        tests("Grading", ["ExamModel", "AnswerKey"]),
        tests("Ranking", ["ExamModel"]),
    ]
)
