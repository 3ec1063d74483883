import ExamModel
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Testing

@testable import SiteServer

struct SignInTests {
    private static let act = #"{"action":"message","everybody":true,"text":"hello","reason":"test"}"#

    @Test func theCookieIsForThisHostAndTLSAndScriptsCannotReadIt() async throws {
        let hall = try await TestHall()
        try await hall.console().test(.router) { client in
            var browser = ConsoleClient(client)
            let response = try await browser.signIn("invigilator")
            #expect(response.status == .ok)
            let cookie = try #require(response.headers[.setCookie])
            let match = try #require(cookie.wholeMatch(of: /__Host-kaochang=([0-9a-f]{64});(.*)/))
            let attributes = Set(match.2.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) })
            #expect(attributes == ["Path=/", "Secure", "HttpOnly", "SameSite=Strict"])
            #expect(try await browser.get("/session").status == .ok)
        }
    }

    @Test func nothingIsShownToWhoeverIsNotSignedIn() async throws {
        let hall = try await TestHall()
        try await hall.console().test(.router) { client in
            var browser = ConsoleClient(client)
            for path in ["/room", "/session", "/events"] {
                let response = try await browser.get(path)
                #expect(response.status == .unauthorized && response.code == "NOT_SIGNED_IN", "\(path)")
            }
            #expect(try await browser.post("/act", Self.act).code == "NOT_SIGNED_IN")
            browser.cookie = "__Host-kaochang=" + String(repeating: "0", count: 64)
            #expect(try await browser.get("/room").code == "NOT_SIGNED_IN")
        }
    }

    @Test func aWrongNameAndAWrongPasswordLookTheSame() async throws {
        let hall = try await TestHall()
        try await hall.console().test(.router) { client in
            var browser = ConsoleClient(client)
            let wrong = try await browser.signIn("invigilator", password: "another password")
            let unknown = try await browser.signIn("nobody", password: "another password")
            #expect(wrong.status == .forbidden && wrong.code == "WRONG_PASSWORD")
            #expect(try wrong.fields == unknown.fields && wrong.status == unknown.status)
            #expect(wrong.headers[.setCookie] == nil)
        }
    }

    @Test func guessingGetsSlowerAndSaysHowLong() async throws {
        let hall = try await TestHall()
        try await hall.console().test(.router) { client in
            var browser = ConsoleClient(client)
            for _ in 1...3 { #expect(try await browser.signIn("affairs", password: "x").status == .forbidden) }
            let locked = try await browser.signIn("affairs")
            #expect(locked.status == .tooManyRequests && locked.code == "LOCKED")
            #expect(String(buffer: locked.body).contains("\"seconds\":2"))
            hall.clock.advance(seconds: 2)
            #expect(try await browser.signIn("affairs").status == .ok)
        }
    }

    @Test func supervisionReadsOnly() async throws {
        let hall = try await TestHall()
        try await hall.console().test(.router) { client in
            var browser = ConsoleClient(client)
            _ = try await browser.signIn("supervision")
            #expect(try await browser.get("/room").status == .ok)
            let refused = try await browser.post("/act", Self.act)
            #expect(refused.status == .forbidden && refused.code == "NOT_ALLOWED")
            #expect(await hall.hall.record.sittings[TestHall.ticket(1)]?.orders.isEmpty == true)
            _ = try await browser.signIn("affairs")
            #expect(try await browser.post("/act", Self.act).status == .ok)
            #expect(await hall.hall.record.sittings[TestHall.ticket(1)]?.orders.count == 1)
        }
    }

    @Test func onlyThePageItselfMayChangeAnything() async throws {
        let hall = try await TestHall()
        try await hall.console().test(.router) { client in
            var browser = ConsoleClient(client)
            _ = try await browser.signIn("invigilator")
            let token = browser.token
            for wrong in [nil, "", String(repeating: "0", count: 64)] {
                browser.token = wrong
                #expect(try await browser.post("/act", Self.act).code == "NOT_ALLOWED")
                #expect(try await browser.post("/sign-out").code == "NOT_ALLOWED")
            }
            browser.token = token
            for wrong in [nil, "null", "http://localhost", "https://localhost:1", "https://example.org"] {
                browser.origin = wrong
                #expect(try await browser.post("/act", Self.act).code == "NOT_ALLOWED", "\(wrong ?? "none")")
                #expect(try await browser.signIn("invigilator").code == "NOT_ALLOWED")
            }
            browser.origin = "https://localhost"
            #expect(try await browser.post("/act", Self.act).status == .ok)
        }
    }

    @Test func aSessionEnds() async throws {
        let hall = try await TestHall()
        try await hall.console().test(.router) { client in
            var browser = ConsoleClient(client)
            _ = try await browser.signIn("invigilator")
            hall.clock.advance(seconds: ConsoleSessions.idle - 1)
            #expect(try await browser.post("/seen").status == .noContent)
            hall.clock.advance(seconds: ConsoleSessions.idle - 1)
            #expect(try await browser.get("/room").status == .ok, "looking does not prolong it")
            hall.clock.advance(seconds: 2)
            #expect(try await browser.get("/room").status == .unauthorized)

            _ = try await browser.signIn("invigilator")
            for _ in 0..<(ConsoleSessions.longest / 1800) {
                #expect(try await browser.post("/seen").status == .noContent)
                hall.clock.advance(seconds: 1800)
            }
            hall.clock.advance(seconds: 1)
            #expect(try await browser.post("/seen").status == .unauthorized, "whatever is done, a day is over")

            _ = try await browser.signIn("invigilator")
            let out = try await browser.post("/sign-out")
            #expect(out.headers[.setCookie]?.contains("Max-Age=0") == true)
            #expect(try await browser.get("/room").status == .unauthorized)
        }
    }

    @Test func whoeverIsRemovedIsSignedOut() async throws {
        let hall = try await TestHall()
        try await hall.console().test(.router) { client in
            var browser = ConsoleClient(client)
            _ = try await browser.signIn("invigilator")
            try AccountFile(in: hall.folder).remove("affairs")
            #expect(try await browser.get("/room").status == .ok)
            try AccountFile(in: hall.folder).remove("invigilator")
            #expect(try await browser.get("/room").status == .unauthorized)
            #expect(try await browser.signIn("invigilator").status == .forbidden)
        }
    }

    @Test func everyAnswerTellsBrowsersToTakeNothingFromElsewhere() async throws {
        let hall = try await TestHall()
        try await hall.console().test(.router) { client in
            let browser = ConsoleClient(client)
            for path in ["/", "/main.js", "/room", "/none", "/../accounts.json"] {
                let headers = try await browser.get(path).headers
                let policy = headers[HTTPField.Name("content-security-policy")!] ?? ""
                #expect(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"), "\(path)")
                #expect(!policy.contains("unsafe"))
                #expect(headers[HTTPField.Name("x-content-type-options")!] == "nosniff")
                #expect(headers[.cacheControl] == "no-store")
            }
            #expect(try await browser.get("/none").status == .notFound)
        }
    }
}
