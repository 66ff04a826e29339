using System.Text;
using Inox.Bundler.Graph;
using Xunit;

namespace Inox.Bundler.Tests.Output;

public sealed class HtmlTokenizerTests
{
    private static readonly (string Page, string Expected)[] s_rows =
    [
        ("", ""),
        ("a", "'a'"),
        ("<p>a</p>", "<p>'a'</p>"),
        ("<P>", "<p>"),
        ("<br/>", "<br>"),
        ("<br / >", "<br>"),
        ("<a href=x>", "<a href=[x]>"),
        ("<a href = \"x y\">", "<a href=[x y]\">"),
        ("<a href='x\"y'>", "<a href=[x\"y]'>"),
        ("<a HREF=X>", "<a href=[X]>"),
        ("<a href=x/>", "<a href=[x/]>"),
        ("<a hidden>", "<a hidden=[]>"),
        ("<a hidden href=x>", "<a hidden=[] href=[x]>"),
        ("<a hidden =x>", "<a hidden=[x]>"),
        ("<a href=>", "<a href=[]>"),
        ("<a href=\"\">", "<a href=[]\">"),
        ("<a href=\"x\"id=y>", "<a href=[x]\" id=[y]>"),
        ("<a\nhref=x\tid=y\f>", "<a href=[x] id=[y]>"),
        ("<a =x>", "<a =x=[]>"),
        ("<a / href=x>", "<a href=[x]>"),
        ("<a href=1 href=2>", "<a href=[1]>"),
        ("<a href=\"a>b\">c", "<a href=[a>b]\">'c'"),
        ("<a href='x", "'<a href='x'"),
        ("<a href", "'<a href'"),
        ("a < b", "'a '|'< b'"),
        ("a<1", "'a'|'<1'"),
        ("<>", "'<>'"),
        ("</>", "<!>"),
        ("</ p>x", "<!>'x'"),
        ("</p id=x>", "</p>"),
        ("<!doctype html>", "<!doctype>"),
        ("<!DOCTYPE html><p>", "<!doctype><p>"),
        ("<!-- <img src=x> -->y", "<!>'y'"),
        ("<!-->y", "<!>'y'"),
        ("<!--->y", "<!>'y'"),
        ("<!--a--!>y", "<!>'y'"),
        ("<!--a-- >b-->y", "<!>'y'"),
        ("<!--a->b-->y", "<!>'y'"),
        ("<!-- never closed <p>", "<!>"),
        ("<!x><p>", "<!><p>"),
        ("<?xml version='1.0'?><p>", "<!><p>"),
        ("<![CDATA[x]]><p>", "<!><p>"),
        ("<script>a<b</script>c", "<script>'a<b'</script>'c'"),
        ("<script></script>c", "<script></script>'c'"),
        ("<script>'</scripts>'</script>c", "<script>''</scripts>''</script>'c'"),
        ("<script>x</SCRIPT >c", "<script>'x'</script>'c'"),
        ("<script>x</script/>c", "<script>'x'</script>'c'"),
        ("<script>\"<p>\"</script>", "<script>'\"<p>\"'</script>"),
        ("<script><!-- x </script>y", "<script>'<!-- x '</script>'y'"),
        ("<script><!-- <script> </script> --></script>y", "<script>'<!-- <script> </script> -->'</script>'y'"),
        ("<script><!-- <script> --></script>y", "<script>'<!-- <script> -->'</script>'y'"),
        ("<script><!-- <scripty> </script>y", "<script>'<!-- <scripty> '</script>'y'"),
        ("<script>never closed", "<script>'never closed'"),
        ("<style>a > b { }</style>", "<style>'a > b { }'</style>"),
        ("<style><!-- </style> -->", "<style>'<!-- '</style>' -->'"),
        ("<title>a <b> c</title>", "<title>'a <b> c'</title>"),
        ("<textarea><img src=x></textarea>", "<textarea>'<img src=x>'</textarea>"),
        ("<noscript><img src=x></noscript>", "<noscript><img src=[x]></noscript>"),
        ("<template><img src=x></template>", "<template><img src=[x]></template>"),
        ("<iframe><p></iframe>", "<iframe>'<p>'</iframe>"),
        ("<my-tag.x:y>", "<my-tag.x:y>"),
        ("<svg><use xlink:href=\"#a\"/></svg>", "<svg><use xlink:href=[#a]\"></svg>"),
        ("<svg><title/><path/></svg><p>", "<svg><title><path></svg><p>"),
        ("<svg><title>a</title></svg>", "<svg><title>'a'</title></svg>"),
        ("<svg/><title>a<b></title>", "<svg><title>'a<b>'</title>"),
        ("<svg><text><![CDATA[<img src=x> > ]]></text></svg>", "<svg><text>'<![CDATA[<img src=x> > ]]>'</text></svg>"),
        ("<svg></svg><![CDATA[x]]>y", "<svg></svg><!>'y'"),
        ("<p<b>", "<p<b>"),
        ("<å>", "'<å>'"),
    ];

    [Fact]
    public void Tokens()
    {
        foreach ((string page, string expected) in s_rows) Assert.Equal((page, expected), (page, Show(page)));
    }

    [Fact]
    public void Every_cut_of_a_page_ends()
    {
        const string Page = "<!doctype html><!-- a --><title>x</title><script>a<!-- <script> --></script><p id='x' class=\"y\" z=1 w>t</p><style>a{}</style>";
        for (int start = 0; start < Page.Length; start++)
            for (int end = start; end <= Page.Length; end++)
            {
                HtmlTokenizer tokens = new(Page[start..end]);
                int last = 0;
                while (tokens.Next() != HtmlTokenKind.EndOfFile)
                {
                    Assert.Equal(last, tokens.Start);
                    Assert.True(tokens.End > tokens.Start);
                    last = tokens.End;
                }
                Assert.Equal(end - start, last);
            }
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("a.png", "a.png")]
    [InlineData(" a.png 2x", "a.png")]
    [InlineData("a.png, b.png 2x", "a.png|b.png")]
    [InlineData("a.png 1x,b.png 2x", "a.png|b.png")]
    [InlineData("a,b.png 1x, c.png", "a,b.png|c.png")]
    [InlineData("a.png,", "a.png")]
    [InlineData(", a.png", "a.png")]
    [InlineData("a.png 100w (max-width: 1px, x), b.png", "a.png|b.png")]
    [InlineData("data:image/png;base64,AAA= 1x, b.png 2x", "data:image/png;base64,AAA=|b.png")]
    public void Srcsets(string value, string expected) =>
        Assert.Equal(expected, string.Join('|', Srcset.Read(value).Select(span => value[span.Start..span.End])));

    [Theory]
    [InlineData("a.png", true)]
    [InlineData("./a.png", true)]
    [InlineData("/a.png", true)]
    [InlineData("a.png?x:y", true)]
    [InlineData("a/b:c.png", true)]
    [InlineData("", false)]
    [InlineData("#a", false)]
    [InlineData("?a", false)]
    [InlineData("//host/a.png", false)]
    [InlineData("http://host/a.png", false)]
    [InlineData("data:image/png,", false)]
    [InlineData("mailto:a@b", false)]
    [InlineData("javascript:void 0", false)]
    [InlineData("web+x:y", false)]
    public void Urls_of_files(string url, bool expected) => Assert.Equal(expected, PageUrls.IsFile(url));

    private static string Show(string page)
    {
        StringBuilder text = new();
        HtmlTokenizer tokens = new(page);
        bool afterText = false;
        while (tokens.Next() != HtmlTokenKind.EndOfFile)
        {
            if (afterText && tokens.Kind == HtmlTokenKind.Text) text.Append('|');
            afterText = tokens.Kind == HtmlTokenKind.Text;
            switch (tokens.Kind)
            {
                case HtmlTokenKind.Text: text.Append($"'{page[tokens.Start..tokens.End]}'"); break;
                case HtmlTokenKind.Comment: text.Append("<!>"); break;
                case HtmlTokenKind.Doctype: text.Append("<!doctype>"); break;
                case HtmlTokenKind.EndTag: text.Append($"</{tokens.Name}>"); break;
                case HtmlTokenKind.StartTag:
                    text.Append('<').Append(tokens.Name);
                    foreach (HtmlAttribute attribute in tokens.Attributes)
                    {
                        text.Append($" {attribute.Name}=[{page[attribute.ValueSpan.Start..attribute.ValueSpan.End]}]");
                        if (attribute.Quote != '\0') text.Append(attribute.Quote);
                    }
                    text.Append('>');
                    break;
            }
        }
        return text.ToString();
    }
}
