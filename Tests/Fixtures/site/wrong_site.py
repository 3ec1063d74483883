"""A TLS server that is no site of the exam: prints its port, and appends to FILE how many bytes each connection sent once
TLS stood.

    wrong_site.py CERTIFICATE KEY FILE"""
import socket
import ssl
import sys
import threading

certificate, key, file = sys.argv[1:4]
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(certificate, key)
listener = socket.create_server(("127.0.0.1", 0))
print(listener.getsockname()[1], flush=True)


def serve(connection):
    count = "no TLS"
    try:
        connection.settimeout(20)
        connection = context.wrap_socket(connection, server_side=True)
        count = len(connection.recv(65536))
    except OSError:
        count = count if count == "no TLS" else 0
    with open(file, "a") as log:
        log.write(f"{count}\n")
    connection.close()


while True:
    threading.Thread(target=serve, args=(listener.accept()[0],), daemon=True).start()
