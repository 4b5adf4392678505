// What must not be in the page: a script that ran or was added, elements that it does not make, text whose marks of
// direction reach what stands around it, and a page wider than the window.
() => {
    const foreign = 'img, iframe, object, embed, base, main style, main script, [onerror], [onload], [onclick]'
    const marks = /[\u202a-\u202e\u2066-\u2069]/
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const loose = []
    while (texts.nextNode()) {
        const { data, parentElement } = texts.currentNode
        if (!marks.test(data) || parentElement.closest('svg, option, title')) continue
        const { unicodeBidi, display } = getComputedStyle(parentElement)
        const isolated = /isolate|plaintext/.test(unicodeBidi) || /block|flex|grid|table|list/.test(display)
        if (!isolated) loose.push(parentElement.tagName)
    }
    return {
        struck: window.struck ?? null,
        scripts: document.scripts.length,
        foreign: [...document.querySelectorAll(foreign)].map(element => element.outerHTML.slice(0, 80)),
        loose,
        wide: document.documentElement.scrollWidth > innerWidth,
    }
}
