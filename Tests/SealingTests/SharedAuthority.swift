import ExamTestSupport

/// Made once for all tests of this target.
enum SharedAuthority {
    private static let result = Result { try TestAuthority() }

    static func get() throws -> TestAuthority {
        try result.get()
    }
}
