// Command reaper removes what a test left behind in Docker. Testcontainers knows it as Ryuk: it connects by TCP and sends
// one filter a line, such as "label=a%3Db&label=c%3Dd", each answered by ACK. When no client has been connected for 10 s
// (60 s at the start), everything with the labels of any of those lines goes: containers with their anonymous volumes,
// networks, volumes. Then the reaper ends. It needs Docker's socket at /var/run/docker.sock.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"os"
	"sync"
	"time"
)

const (
	graceAtStart = 60 * time.Second
	graceAtEnd   = 10 * time.Second
)

func main() {
	listener, err := net.Listen("tcp", ":8080")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	clients := &clients{filters: map[string]bool{}, deadline: time.Now().Add(graceAtStart)}
	fmt.Println("Started") // Testcontainers waits for this word
	go clients.accept(listener)
	for !clients.gone() {
		time.Sleep(time.Second)
	}
	ok := true
	for _, filter := range clients.all() {
		ok = removeAll(filter) && ok
	}
	if !ok {
		os.Exit(1)
	}
}

// clients are the connections, and what they asked for.
type clients struct {
	mutex     sync.Mutex
	connected int
	deadline  time.Time
	filters   map[string]bool
}

func (c *clients) accept(listener net.Listener) {
	for {
		connection, err := listener.Accept()
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		c.mutex.Lock()
		c.connected++
		c.mutex.Unlock()
		go c.serve(connection)
	}
}

func (c *clients) serve(connection net.Conn) {
	defer func() {
		_ = connection.Close() // it is over in any case
		c.mutex.Lock()
		defer c.mutex.Unlock()
		c.connected--
		c.deadline = time.Now().Add(graceAtEnd)
	}()
	for lines := bufio.NewScanner(connection); lines.Scan(); {
		filter := lines.Text()
		if filter == "" {
			continue
		}
		c.mutex.Lock()
		c.filters[filter] = true
		c.mutex.Unlock()
		fmt.Println("filter", filter)
		if _, err := fmt.Fprintln(connection, "ACK"); err != nil {
			return
		}
	}
}

func (c *clients) gone() bool {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	return c.connected == 0 && time.Now().After(c.deadline)
}

func (c *clients) all() []string {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	filters := make([]string, 0, len(c.filters))
	for filter := range c.filters {
		filters = append(filters, filter)
	}
	return filters
}

// removeAll removes what carries every label of the line, containers first: they hold the others.
func removeAll(line string) bool {
	query, err := url.ParseQuery(line)
	if err != nil || len(query["label"]) == 0 {
		fmt.Println("ignored, as it has no label and so would mean everything on this machine:", line)
		return true
	}
	labels, err := json.Marshal(map[string][]string{"label": query["label"]})
	if err != nil {
		return report("filter", err)
	}
	filters := "filters=" + url.QueryEscape(string(labels))

	type object struct{ ID, Name string }
	var containers, networks []object
	var volumes struct{ Volumes []object }
	ok := report("list containers", call("GET", "/containers/json?all=1&"+filters, &containers))
	for _, container := range containers {
		ok = report("remove container "+container.ID,
			call("DELETE", "/containers/"+container.ID+"?force=1&v=1", nil)) && ok
	}
	ok = report("list networks", call("GET", "/networks?"+filters, &networks)) && ok
	for _, network := range networks {
		ok = report("remove network "+network.ID, call("DELETE", "/networks/"+network.ID, nil)) && ok
	}
	ok = report("list volumes", call("GET", "/volumes?"+filters, &volumes)) && ok
	for _, volume := range volumes.Volumes {
		ok = report("remove volume "+volume.Name, call("DELETE", "/volumes/"+volume.Name+"?force=1", nil)) && ok
	}
	return ok
}

func report(what string, err error) bool {
	if err != nil {
		fmt.Println(what+":", err)
		return false
	}
	fmt.Println(what)
	return true
}

var docker = &http.Client{Timeout: time.Minute, Transport: &http.Transport{
	DialContext: func(ctx context.Context, _, _ string) (net.Conn, error) {
		return (&net.Dialer{}).DialContext(ctx, "unix", "/var/run/docker.sock")
	},
}}

// call asks Docker; an object that is already gone is as good as removed.
func call(method, path string, result any) error {
	request, err := http.NewRequest(method, "http://docker"+path, nil)
	if err != nil {
		return err
	}
	response, err := docker.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	if method == "DELETE" && response.StatusCode == http.StatusNotFound {
		return nil
	}
	if response.StatusCode >= 300 {
		return fmt.Errorf("Docker answered %s", response.Status)
	}
	if result == nil {
		return nil
	}
	return json.NewDecoder(response.Body).Decode(result)
}
