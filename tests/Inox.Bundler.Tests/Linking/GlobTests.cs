using Xunit;

namespace Inox.Bundler.Tests.Linking;

/// <summary>Requests that are known in parts lead to each of the files they may mean.</summary>
public sealed class GlobTests
{
    private static readonly (string, string)[] s_pages =
    [
        ("pages/a.js", "module.exports = 'A'"),
        ("pages/b.js", "module.exports = 'B'"),
        ("pages/deep/c.js", "module.exports = 'C'"),
        ("pages/index.js", "module.exports = 'index'"),
        ("pages/notes.md", "not code"),
    ];

    [Theory]
    [InlineData("require('./pages/' + name + '.js')", "a,b,deep/c", "A B C")]
    [InlineData("require(`./pages/${name}.js`)", "a,b,deep/c", "A B C")]
    [InlineData("require(`./pages/${name}`)", "a.js,b,deep/c", "A B C")]
    [InlineData("require(`./${name}`)", "pages,pages/a", "index A")]
    [InlineData("require(`./page${name}/a.js`)", "s", "A")]
    [InlineData("require(`./${name}/a.js`)", "pages", "A")]
    [InlineData("require(`./pages/${name}${'.js'}`)", "a", "A")]
    [InlineData("require(`./pages/${name}.js`)", "missing", "MODULE_NOT_FOUND")]
    [InlineData("require(`./pages/${name}.md`)", "notes", "MODULE_NOT_FOUND")]
    public void A_request_that_is_known_in_parts_finds_its_files(string request, string names, string expected) => BundleCheck.Prints(expected,
    [
        ("main.js", $"const load = name => {{ try {{ return {request} }} catch (error) {{ return error.code }} }}; console.log('{names}'.split(',').map(load).join(' '))"),
        .. s_pages,
    ]);

    [Fact]
    public void Import_gives_namespaces_and_rejects_what_is_not_there() => BundleCheck.Prints("A C MODULE_NOT_FOUND",
    [
        ("main.js", "const load = name => import(`./pages/${name}.js`).then(m => m.default, error => error.code); Promise.all(['a', 'deep/c', 'x'].map(load)).then(all => console.log(all.join(' ')))"),
        .. s_pages,
    ]);

    [Fact]
    public void With_splitting_each_file_is_a_chunk()
    {
        (string, string)[] files = [("main.js", "import(`./pages/${'a'}.js`).then(m => console.log(m.default))"), .. s_pages];
        Assert.Equal("A", BundleCheck.Run(files, new() { WorkingDirectory = "", EntryPoints = [], Splitting = true }));
    }
}
