package import Foundation

/// A time stamp authority made of the `openssl` command: a root, and a certificate of it for time stamps.
package struct TimestampAuthority: Sendable {
    package let folder: TemporaryFolder

    package init() throws {
        folder = try TemporaryFolder()
        try folder.write(Data(Self.settings.utf8), as: "tsa.cnf")
        try Command.shell(
            """
            openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout root.key -out root.pem \\
                -subj '/CN=Time root' -days 3650 2> /dev/null
            openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout tsa.key -out tsa.csr \\
                -subj '/CN=Time authority' 2> /dev/null
            openssl x509 -req -in tsa.csr -CA root.pem -CAkey root.key -set_serial 2 -days 3650 -out tsa.pem \\
                -extfile tsa.cnf -extensions tsa_certificate 2> /dev/null
            echo 01 > serial
            """, in: folder)
    }

    /// The root's certificate, by which stamps are judged.
    package var root: URL { folder["root.pem"] }

    /// The answer to a request in DER, stamped now.
    package func answer(to request: Data) throws -> Data {
        try folder.write(request, as: "request.tsq")
        try Command.openssl(
            "ts", "-reply", "-config", "tsa.cnf", "-section", "tsa", "-queryfile", "request.tsq", "-out", "answer.tsr",
            in: folder)
        return try folder.read("answer.tsr")
    }

    /// Serves the next request over HTTP, at a port that is free, and ends.
    package func serveOnce() throws -> (server: Process, url: String) {
        let server = Process()
        server.executableURL = URL(filePath: "/usr/bin/env")
        server.arguments = ["python3", "-c", Self.server]
        server.currentDirectoryURL = folder.url
        let output = Pipe()
        server.standardOutput = output
        server.standardError = FileHandle.nullDevice
        try server.run()
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        return (server, "http://127.0.0.1:\(line.filter(\.isNumber))/stamp")
    }

    private static let settings = """
        [tsa_certificate]
        keyUsage = critical,digitalSignature
        extendedKeyUsage = critical,timeStamping
        [tsa]
        serial = serial
        signer_cert = tsa.pem
        signer_key = tsa.key
        signer_digest = sha256
        default_policy = 1.2.3.4
        digests = sha256, sha384
        accuracy = secs:1
        ess_cert_id_alg = sha256
        """

    private static let server = """
        import http.server, subprocess
        class Authority(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                open("request.tsq", "wb").write(self.rfile.read(int(self.headers["Content-Length"])))
                assert self.headers["Content-Type"] == "application/timestamp-query" and self.path == "/stamp"
                subprocess.run(["openssl", "ts", "-reply", "-config", "tsa.cnf", "-section", "tsa", "-queryfile",
                                "request.tsq", "-out", "answer.tsr"], check=True, capture_output=True)
                answer = open("answer.tsr", "rb").read()
                self.send_response(200)
                self.send_header("Content-Type", "application/timestamp-reply")
                self.send_header("Content-Length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)
        server = http.server.HTTPServer(("127.0.0.1", 0), Authority)
        print(server.server_port, flush=True)
        server.handle_request()
        """
}
