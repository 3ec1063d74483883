import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Testing

@testable import SiteServer

/// The page as it is served: nothing is missing, nothing comes from elsewhere, everything is said in both languages.
struct ConsoleFilesTests {
    @Test func whatThePageNamesIsServedAndSaid() async throws {
        let hall = try await TestHall()
        try await hall.console().test(.router) { client in
            let browser = ConsoleClient(client)
            var known: [String: String] = [:]
            var waiting = ["/"]
            while let path = waiting.popLast() {
                guard known[path] == nil else { continue }
                let response = try await browser.get(path)
                #expect(response.status == .ok, "\(path)")
                let text = String(buffer: response.body)
                known[path] = text
                let named =
                    text.matches(of: /(?:src|href)="(\/[^"]*)"/).map(\.1)
                    + text.matches(of: /from "(\/[^"]*)"/).map(\.1)
                waiting += named.map(String.init)
            }
            #expect(known.count >= 10)
            let words = try #require(known["/words.js"])
            let said = Set(words.matches(of: /(?:^|[ {,])"?([A-Za-z_-]+)"?: \[\s*"/).map { String($0.1) })
            for (path, text) in known {
                for pattern in ["innerHTML", "http://", "https://", "eval(", "style=\""] {
                    #expect(!text.contains(pattern), "\(path) has \(pattern)")
                }
                for key in text.matches(of: /\bt\("([A-Za-z-]+)"[,)]|data-t="([A-Za-z-]+)"/).compactMap({ $0.1 ?? $0.2 }
                ) {
                    #expect(said.contains(String(key)), "\(path) says \(key), which words.js does not know")
                }
            }
        }
    }
}
