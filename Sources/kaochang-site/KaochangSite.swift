import ArgumentParser
import SiteServer

@main
struct KaochangSite: ParsableCommand {}
