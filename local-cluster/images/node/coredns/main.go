// Command coredns is CoreDNS with the plugins that a small cluster needs; its own main links the clients of several clouds
// besides and is twice the size.
package main

import (
	"github.com/coredns/coredns/core/dnsserver"
	"github.com/coredns/coredns/coremain"

	_ "github.com/coredns/coredns/plugin/cache"
	_ "github.com/coredns/coredns/plugin/errors"
	_ "github.com/coredns/coredns/plugin/forward"
	_ "github.com/coredns/coredns/plugin/health"
	_ "github.com/coredns/coredns/plugin/hosts"
	_ "github.com/coredns/coredns/plugin/kubernetes"
	_ "github.com/coredns/coredns/plugin/log"
	_ "github.com/coredns/coredns/plugin/loop"
	_ "github.com/coredns/coredns/plugin/ready"
	_ "github.com/coredns/coredns/plugin/reload"
)

func init() {
	// A request passes the plugins in this order, whatever their order in the Corefile.
	dnsserver.Directives = []string{
		"reload", "ready", "health", "errors", "log", "cache", "hosts", "kubernetes", "loop", "forward",
	}
}

func main() { coremain.Run() }
