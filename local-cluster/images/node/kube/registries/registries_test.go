package registries

import (
	"os"
	"path/filepath"
	"testing"
)

func parse(t *testing.T, text string) *File {
	t.Helper()
	path := filepath.Join(t.TempDir(), "registries.yaml")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	file, err := read(path)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

func TestHosts(t *testing.T) {
	cases := []struct{ name, yaml, host, want string }{
		{
			"a registry without TLS is its own endpoint",
			"mirrors: {'registry:5000': {endpoint: ['http://registry:5000']}}",
			"registry:5000", "server = \"http://registry:5000\"\n[host]\n",
		},
		{
			"endpoints are tried in order and bring their own TLS settings",
			"mirrors: {docker.io: {endpoint: ['https://one', 'http://two/path/v2']}}\n" +
				"configs: {one: {tls: {ca_file: /ca, cert_file: /c, key_file: /k}}}",
			"docker.io", "[host.\"https://one\"]\n  capabilities = [\"pull\", \"resolve\"]\n  ca = \"/ca\"\n" +
				"  client = [[\"/c\", \"/k\"]]\n" +
				"[host.\"http://two/path/v2\"]\n  capabilities = [\"pull\", \"resolve\"]\n  override_path = true\n",
		},
		{
			"the star stands for every other registry",
			"mirrors: {'*': {endpoint: ['https://proxy']}}",
			"_default", "[host.\"https://proxy\"]\n  capabilities = [\"pull\", \"resolve\"]\n",
		},
		{
			"TLS settings do without a mirror",
			"configs: {'private:443': {tls: {insecure_skip_verify: true}}}",
			"private:443", "server = \"https://private:443\"\n  skip_verify = true\n[host]\n",
		},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			hosts, err := parse(t, c.yaml).Hosts()
			if err != nil {
				t.Fatal(err)
			}
			if hosts[c.host] != c.want {
				t.Errorf("got\n%swant\n%s", hosts[c.host], c.want)
			}
		})
	}
}

func TestBadEndpointsAreRefused(t *testing.T) {
	for _, endpoint := range []string{"registry:5000", "ftp://registry", ""} {
		if _, err := parse(t, "mirrors: {r: {endpoint: ['"+endpoint+"']}}").Hosts(); err == nil {
			t.Errorf("%q was taken", endpoint)
		}
	}
}

func TestCredentials(t *testing.T) {
	file := parse(t, "configs: {'registry:5000': {auth: {username: u, password: 'a\"b\\c'}}, other: {}}")
	want := `[plugins."io.containerd.grpc.v1.cri".registry]
  config_path = "/certs.d"
[plugins."io.containerd.grpc.v1.cri".registry.configs."registry:5000".auth]
  username = "u"
  password = "a\"b\\c"
`
	if got := file.Credentials("/certs.d"); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestNoFileMeansNoRegistries(t *testing.T) {
	file, err := read(filepath.Join(t.TempDir(), "none"))
	if err != nil || len(file.Mirrors)+len(file.Configs) != 0 {
		t.Errorf("got %v, %v", file, err)
	}
}
