package io.gatehouse.catalogue.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.gatehouse.access.Capability;
import io.gatehouse.access.Game;
import io.gatehouse.access.Person;
import io.gatehouse.access.Requires;
import io.gatehouse.catalogue.Catalogue;
import io.gatehouse.catalogue.ImportMode;
import io.gatehouse.catalogue.ImportResult;
import io.gatehouse.catalogue.ItemImports;
import io.gatehouse.core.Notice;
import io.gatehouse.core.Page;
import io.gatehouse.core.Refusal;
import io.gatehouse.core.Sentences;

/** Imports: the template, the upload, its dry run, and the confirmation. */
@Controller
@RequestMapping("/virtual-payment/items")
class ImportController {

    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int SIZE = 50;

    private final ItemImports imports;
    private final Catalogue catalogue;
    private final Sentences sentences;

    ImportController(ItemImports imports, Catalogue catalogue, Sentences sentences) {
        this.imports = imports;
        this.catalogue = catalogue;
        this.sentences = sentences;
    }

    @GetMapping("/template")
    @Requires(Capability.ITEM_TEMPLATE)
    void template(Game game, Locale locale, HttpServletResponse response) throws IOException {
        var workbook = new ByteArrayOutputStream();
        imports.template(game.appId(), locale, workbook);
        download(response, "items-%s.xlsx".formatted(game.appId()), workbook::writeTo);
    }

    @GetMapping("/imports")
    @Requires(Capability.ITEM_EDIT)
    String upload(Game game, Model model) {
        model.addAttribute("game", game);
        model.addAttribute("currency", catalogue.currency(game.appId()).orElse(null));
        model.addAttribute("imports", imports.of(game.appId()));
        model.addAttribute("modes", ImportMode.values());
        model.addAttribute("mostRows", imports.mostRows());
        return "catalogue/import";
    }

    @PostMapping("/imports")
    @Requires(Capability.ITEM_EDIT)
    String upload(
            Game game,
            Person me,
            @RequestParam(defaultValue = "CREATE") ImportMode mode,
            @RequestParam(required = false) @Nullable MultipartFile workbook,
            @RequestParam(required = false) @Nullable MultipartFile pictures,
            Model model)
            throws IOException {
        try (var book = content(workbook);
                var zip = pictures == null || pictures.isEmpty() ? null : pictures.getInputStream()) {
            var number = imports.upload(game.appId(), mode, name(workbook), book, zip, me.username());
            return "redirect:/virtual-payment/items/imports/" + number;
        } catch (Refusal e) {
            model.addAttribute("mode", mode);
            model.addAttribute("errors", sentences.byField(e));
            model.addAttribute(Notice.ATTRIBUTE, Notice.refused(e));
            return upload(game, model);
        }
    }

    @GetMapping("/imports/{number}")
    @Requires(Capability.ITEM_EDIT)
    String show(
            Game game,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable ImportResult result,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        var results = result == null
                ? List.of(ImportResult.NEW, ImportResult.CHANGED, ImportResult.REFUSED)
                : List.of(result);
        var run = imports.get(game.appId(), number);
        model.addAttribute("game", game);
        model.addAttribute("run", run);
        model.addAttribute(
                "fault", run.fault() == null ? null : sentences.of(run.fault().asRefusal()));
        model.addAttribute("result", result);
        var page = imports.rows(game.appId(), number, results, after, SIZE);
        model.addAttribute(
                "rows",
                new Page<>(
                        page.rows().stream()
                                .map(it -> new ImportLine(it, sentences))
                                .toList(),
                        page.next()));
        return "catalogue/import-run";
    }

    /** The page while the import is under way, asked for every second. */
    @GetMapping("/imports/{number}/progress")
    @Requires(Capability.ITEM_EDIT)
    String progress(Game game, @PathVariable String number, Model model) {
        show(game, number, null, null, model);
        return "catalogue/import-run :: run";
    }

    @GetMapping("/imports/{number}/refused")
    @Requires(Capability.ITEM_EDIT)
    void refused(Game game, @PathVariable String number, Locale locale, HttpServletResponse response)
            throws IOException {
        imports.get(game.appId(), number);
        download(
                response,
                "refused-%s.xlsx".formatted(number),
                out -> imports.refused(game.appId(), number, locale, out));
    }

    @GetMapping("/imports/{number}/rows/{row}/picture")
    @Requires(Capability.ITEM_EDIT)
    ResponseEntity<byte[]> picture(Game game, @PathVariable String number, @PathVariable int row) {
        return PictureController.serve(imports.picture(game.appId(), number, row), CacheControl.noStore());
    }

    @PostMapping("/imports/{number}/confirmation")
    @Requires(Capability.ITEM_EDIT)
    String confirm(Game game, Person me, @PathVariable String number, Model model, RedirectAttributes redirect) {
        try {
            var run = imports.confirm(game.appId(), number, me.username());
            if (run.isWriting()) {
                return "redirect:/virtual-payment/items/imports/" + number;
            }
            redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.done("items.import.done", run.toWrite(), number));
            return "redirect:/virtual-payment/items";
        } catch (Refusal e) {
            model.addAttribute(Notice.ATTRIBUTE, Notice.refused(e));
            return show(game, number, null, null, model);
        }
    }

    @PostMapping("/imports/{number}/discarding")
    @Requires(Capability.ITEM_EDIT)
    String discard(Game game, Person me, @PathVariable String number, RedirectAttributes redirect) {
        imports.discard(game.appId(), number, me.username());
        redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.done("items.import.discarded", number));
        return "redirect:/virtual-payment/items/imports";
    }

    private static InputStream content(@Nullable MultipartFile file) throws IOException {
        return file == null ? InputStream.nullInputStream() : file.getInputStream();
    }

    /** Its name without the folders that some browsers send with it. */
    private static String name(@Nullable MultipartFile file) {
        var sent = file == null || file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        var name = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        return name.isBlank() ? "items.xlsx" : name;
    }

    private static void download(HttpServletResponse response, String name, Writing writing) throws IOException {
        response.setContentType(WORKBOOK);
        response.setHeader("Content-Disposition", "attachment; filename=\"%s\"".formatted(name));
        writing.to(response.getOutputStream());
    }

    /** Writes a workbook. */
    private interface Writing {

        void to(OutputStream out) throws IOException;
    }
}
