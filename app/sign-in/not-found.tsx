import { NotFoundContent, notFoundMetadata } from "@/components/shell/not-found-content";

export const generateMetadata = notFoundMetadata;

export default NotFoundContent;
