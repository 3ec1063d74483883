import AsyncHTTPClient
import NIOSSL
import SiteProtocol
