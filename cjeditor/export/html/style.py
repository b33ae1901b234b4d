"""The style sheet of a page, but for what is of one map: colours, places, fonts."""

from __future__ import annotations

from typing import Final

BASE: Final = """
*{box-sizing:border-box}
html{font-family:Lato,'Segoe UI',Roboto,Arial,sans-serif;font-size:16px;line-height:1.5;color:var(--text);
background:var(--page);-webkit-text-size-adjust:100%;scroll-behavior:smooth;scroll-padding-top:1rem}
body{margin:0}
header,main,footer,.contents{max-width:76rem;margin:0 auto;padding:0 1.25rem}
header{padding-top:2.5rem}
header::before{content:'';display:block;width:4rem;height:.4rem;margin-bottom:1.25rem;background:var(--accent)}
.logo{display:block;max-width:16rem;max-height:4rem;margin-bottom:1.25rem}
h1{font-size:2.1rem;line-height:1.2;margin:0 0 1rem;max-width:48rem}
h2{font-size:1.45rem;line-height:1.25;margin:3rem 0 1rem}
h3{font-size:1.1rem;margin:1.75rem 0 .5rem}
h1,h2,h3{color:var(--heading)}
h4{font-size:.95rem;margin:1rem 0 .25rem;color:var(--sub)}
h1,h2,h3,h4,p,li,td,th,dd,caption{overflow-wrap:anywhere}
p,li,dd,td{white-space:pre-line}
p{margin:.4rem 0;max-width:48rem}
a{color:var(--primary)}
a:focus-visible,.scroll:focus-visible,summary:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
.skip{position:absolute;left:-100rem}
.skip:focus{left:1rem;top:1rem;background:var(--card);padding:.5rem 1rem;z-index:3}
.finding{font-size:1.25rem;line-height:1.35;font-weight:600;color:var(--sub)}
.doubt{font-weight:600;color:var(--warning)}
.quiet,figcaption,footer{color:var(--quiet)}
.facts{display:grid;grid-template-columns:repeat(auto-fill,minmax(14rem,1fr));gap:.75rem 1.5rem;margin:1.25rem 0}
dl{margin:0}dt{font-size:.8rem;color:var(--quiet)}dd{margin:0}
.contents ul{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;list-style:none;padding:0;margin:1rem 0}
.scroll{overflow:auto;border:1px solid var(--rule);border-radius:6px;background:var(--page);padding:1rem;
margin:0 calc(50% - min(50vw,60rem) + 1rem)}
.map{position:relative;--u:1px}
.map>svg{position:absolute;left:0;top:0;width:100%;height:100%;overflow:visible}
.front{pointer-events:none}
.cards{list-style:none;margin:0;padding:0}
.card{position:absolute}
.card a{position:absolute;inset:0;color:inherit;text-decoration:none;display:block}
.card svg{position:absolute;inset:0;width:100%;height:100%}
.card .w{position:absolute;overflow:hidden;display:-webkit-box;-webkit-box-orient:vertical;white-space:normal;
overflow-wrap:anywhere;hyphens:auto;color:var(--text)}
.map,svg{font-kerning:none;font-variant-ligatures:none}
svg{display:block}
svg text{white-space:pre}
.sheets{display:none}
.part{font-size:1.1rem;font-weight:600;color:var(--heading);margin:0 0 2mm}
#map{display:flex;flex-direction:column}
.legend{order:1;margin-top:1rem;overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.92rem}
caption{text-align:left;font-weight:600;padding:.5rem 0}
th,td{text-align:left;vertical-align:top;padding:.45rem .75rem .45rem 0;border-bottom:1px solid var(--rule)}
thead th{color:var(--quiet);font-size:.8rem}
.n{text-align:right;font-variant-numeric:tabular-nums}
.whole th[scope=row]{width:3.5rem}
.whole td:nth-of-type(1){width:9rem}
.whole td:nth-of-type(3){width:45%}
.whole dl{display:grid;grid-template-columns:repeat(auto-fit,minmax(10rem,1fr));gap:.2rem 1rem}
tr.phase th{font-size:1.05rem;padding-top:1.25rem}
.says{font-weight:600;margin:0}
td p{margin:.2rem 0}
tr:target{background:var(--mark)}
figure{margin:1rem 0 1.5rem}
summary{cursor:pointer;color:var(--quiet);font-size:.9rem}
.wide{overflow-x:auto}
.chart svg{max-width:100%;height:auto;min-width:34rem}
footer{margin-top:4rem;padding-bottom:3rem;font-size:.85rem}
.defs{position:absolute;width:0;height:0;overflow:hidden}
@media (max-width:44rem){
header{padding-top:1.5rem}h1{font-size:1.6rem}
.whole thead{position:absolute;left:-100rem}
.whole,.whole tbody,.whole tr,.whole th,.whole td{display:block;width:auto}
.whole tr{padding:.5rem 0;border-bottom:1px solid var(--rule)}
.whole th,.whole td{border:0;padding:.1rem 0}
.whole td::before,.whole th[scope=row]::before{content:attr(data-head) " ";font-size:.8rem;color:var(--quiet)}
}
@media print{
@page{margin:14mm}
@page lying{size:landscape;margin:12mm}
:root{color-scheme:light}
html{font-size:10pt;scroll-behavior:auto}
header,main,footer{max-width:none;padding:0}
h1,h2,h3,h4,caption,.part,tr.phase{break-after:avoid}
h2{margin:0 0 4mm}
p,li,dd{orphans:2;widows:2}
.contents,.skip,.scroll,details{display:none}
.lying,#figures{page:lying}
#map-title{display:none}
#phases,#table{break-before:page}
.sheets{display:block}
.sheet{break-inside:avoid}
.sheet+.sheet{break-before:page}
#map{display:block}
.legend{margin:8mm 0 0;break-inside:avoid}
.sheet svg,.legend svg,.chart svg{max-width:100%;min-width:0;height:auto;max-height:168mm}
.sheet svg{overflow:visible}
.chart svg{max-height:130mm}
.chart,figure,tr,li,dt{break-inside:avoid}
.phase>p,.chart>p{max-width:none}
.asked em{font-style:normal;color:var(--quiet)}
thead{display:table-header-group}
.whole th[scope=row]{width:3rem}
.whole td:nth-of-type(1){width:7rem}
.whole dl,.whole dl div,.whole dt,.whole dd{display:inline}
.whole dt::after{content:": "}
.whole dl div:not(:last-child)::after{content:" · "}
tr:target{background:none}
a{color:inherit;text-decoration:none}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
}
"""
"""Names of colours are those of `NAMED`."""

NAMED: Final[dict[str, str]] = {
    "--text": "text",
    "--page": "canvas",
    "--card": "card",
    "--quiet": "secondary",
    "--primary": "primary",
    "--heading": "heading",
    "--sub": "subheading",
    "--accent": "accent",
    "--warning": "warning",
    "--rule": "rule",
    "--focus": "selection",
    "--mark": "selection.fill",
}
"""Variables of the style sheet, and the styles of the theme behind them."""
